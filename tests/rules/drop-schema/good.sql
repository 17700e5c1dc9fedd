-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- The same batch has created it.
CREATE SCHEMA scratch;
DROP SCHEMA scratch CASCADE;
-- The files begin at the beginning and never create it: nothing is dropped.
DROP SCHEMA IF EXISTS never_created CASCADE;
