-- file: 0000_init.sql
CREATE ROLE app_rw;
CREATE ROLE reporting;
CREATE ROLE billing;
CREATE ROLE owner_of_all;
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (id integer PRIMARY KEY);
CREATE TABLE notes (id integer PRIMARY KEY);
CREATE TABLE files (id integer PRIMARY KEY);
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO app_rw;
GRANT SELECT ON posts TO reporting;
REVOKE SELECT ON posts FROM reporting;
GRANT SELECT ON notes TO authenticated, postgres;
ALTER TABLE files OWNER TO owner_of_all;
GRANT ALL ON files TO owner_of_all;
GRANT ALL ON files TO billing;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO billing;
-- file: 0001_silent.sql
-- The view is granted to those who have the table.
ALTER TABLE users RENAME TO accounts;
CREATE VIEW users WITH (security_invoker = true) AS SELECT * FROM accounts;
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO app_rw;
-- It was revoked since.
ALTER TABLE posts RENAME TO articles;
CREATE VIEW posts WITH (security_invoker = true) AS SELECT * FROM articles;
-- Supabase grants what is made in public to its roles by itself; postgres owns it.
ALTER TABLE notes RENAME TO remarks;
CREATE VIEW notes WITH (security_invoker = true) AS SELECT * FROM remarks;
-- Default privileges grant it, and an owner needs no GRANT.
ALTER TABLE files RENAME TO documents;
CREATE VIEW files WITH (security_invoker = true) AS SELECT * FROM documents;
