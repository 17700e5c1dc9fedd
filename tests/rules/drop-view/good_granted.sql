-- file: 0000_init.sql
CREATE ROLE app_rw;
CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, name FROM users;
GRANT SELECT ON names TO app_rw;
-- file: 0001_silent.sql
-- It comes back with its columns and what was granted on it.
DROP VIEW names;
CREATE VIEW names AS SELECT id, name FROM users WHERE name <> '';
GRANT SELECT ON names TO app_rw;
