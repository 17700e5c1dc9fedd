-- file: 0000_init.sql
DO $$ BEGIN CREATE ROLE auditors; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE SCHEMA app;
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (id integer PRIMARY KEY);
GRANT USAGE ON SCHEMA app TO auditors;
GRANT SELECT ON users, posts TO auditors;
-- file: 0001_role.sql
DROP ROLE auditors; -- expect: drop-other
