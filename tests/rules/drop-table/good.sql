-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- The same batch has created it, and nothing has put rows in.
CREATE TABLE draft (id uuid PRIMARY KEY);
DROP TABLE draft;
CREATE TEMPORARY TABLE ids (id uuid);
DROP TABLE ids;
-- The files begin at the beginning and never create it: nothing is dropped.
DROP TABLE IF EXISTS never_created;
-- A temporary table ends with the session anyway.
CREATE TEMPORARY TABLE old_ids (id uuid);
INSERT INTO old_ids SELECT id FROM users;
DROP TABLE old_ids;
