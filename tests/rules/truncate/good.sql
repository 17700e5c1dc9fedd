-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- The same batch has created it, with or without rows.
CREATE TABLE draft (id uuid PRIMARY KEY);
TRUNCATE draft;
INSERT INTO draft SELECT id FROM users;
TRUNCATE draft;
-- A temporary table lives as long as the session.
CREATE TEMPORARY TABLE ids (id uuid);
TRUNCATE ids;
