-- file: 0000_init.sql
CREATE TABLE users (id uuid CONSTRAINT users_pk PRIMARY KEY, name text);
CREATE INDEX users_name ON users (name);
-- file: 0001_silent.sql
-- An index, which no code names: ALTER TABLE renames it all the same.
ALTER TABLE users_name RENAME TO people_name;
ALTER TABLE IF EXISTS users_pk RENAME TO people_pk;
