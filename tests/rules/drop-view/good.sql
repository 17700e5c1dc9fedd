-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE VIEW ids AS SELECT id FROM users;
-- file: 0001_silent.sql
-- The same batch has created it.
CREATE VIEW all_users AS SELECT id FROM users;
DROP VIEW all_users;
-- The files begin at the beginning and never create it: nothing is dropped.
DROP VIEW IF EXISTS never_created;
DROP MATERIALIZED VIEW IF EXISTS never_created_either;
-- It comes back with its columns, and nobody was granted anything.
DROP VIEW ids;
CREATE VIEW ids AS SELECT id FROM users WHERE id IS NOT NULL;
