-- file: 0000_init.sql
CREATE TABLE sessions (id uuid PRIMARY KEY, token text);
-- file: 0001_again.sql
DROP TABLE sessions; -- expect: drop-table
CREATE TABLE sessions (id uuid PRIMARY KEY, hash bytea);
