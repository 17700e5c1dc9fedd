-- What was granted stays with the table, whatever takes its name.
-- file: 0000_init.sql
DO $$ BEGIN CREATE ROLE app_rw; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE reporting; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (id integer PRIMARY KEY);
CREATE TABLE invoices (id integer PRIMARY KEY);
CREATE TABLE notes (id integer PRIMARY KEY);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app_rw;
GRANT SELECT ON users TO reporting;
REVOKE ALL ON posts FROM app_rw;
GRANT SELECT (id) ON posts TO app_rw;
-- file: 0001_rename.sql
ALTER TABLE users RENAME TO accounts; -- expect: rename-table
CREATE VIEW users WITH (security_invoker = true) AS SELECT * FROM accounts;
-- The view of the remedy is granted too.
ALTER TABLE posts RENAME TO articles; -- expect: rename-table
-- Nothing fills the table that takes the name.
ALTER TABLE invoices RENAME TO invoices_old; -- expect: rename-table
CREATE TABLE invoices (id integer PRIMARY KEY);
GRANT SELECT, INSERT, UPDATE, DELETE ON invoices TO app_rw;
-- The rows are there, the privileges are not.
CREATE TABLE notes_new (id integer PRIMARY KEY);
INSERT INTO notes_new SELECT id FROM notes LIMIT 1000;
ALTER TABLE notes RENAME TO notes_old; -- expect: rename-table
ALTER TABLE notes_new RENAME TO notes;
