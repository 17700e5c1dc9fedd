-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- The same batch has created it.
CREATE TYPE mood AS ENUM ('sad', 'ok');
DROP TYPE mood;
CREATE DOMAIN email AS text;
DROP DOMAIN email;
-- The files begin at the beginning and never create it: nothing is dropped.
DROP TYPE IF EXISTS never_created;
