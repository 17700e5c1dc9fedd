-- What was granted goes with the table: the view under the old name is another object.
-- file: 0000_init.sql
DO $$ BEGIN CREATE ROLE app_rw; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE reporting; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE SCHEMA app;
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (id integer PRIMARY KEY);
GRANT SELECT, INSERT ON users, posts TO app_rw, reporting;
-- file: 0001_move.sql
ALTER TABLE users SET SCHEMA app; -- expect: set-schema
CREATE VIEW users WITH (security_invoker = true) AS SELECT * FROM app.users;
GRANT SELECT ON users TO reporting;
ALTER TABLE posts SET SCHEMA app; -- expect: set-schema
