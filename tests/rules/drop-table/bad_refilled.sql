-- file: 0000_init.sql
CREATE TABLE sessions (id uuid PRIMARY KEY, token text);
-- file: 0001_again.sql
CREATE TEMP TABLE kept AS SELECT id FROM sessions;
DROP TABLE sessions; -- expect: drop-table
CREATE TABLE sessions (id uuid PRIMARY KEY, hash bytea);
INSERT INTO sessions (id) SELECT id FROM kept;
