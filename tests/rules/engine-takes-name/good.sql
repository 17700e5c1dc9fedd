-- owner: hogsend
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE app.flags (id uuid PRIMARY KEY, name text);
CREATE TABLE client_notes (id uuid PRIMARY KEY, source text);
-- Taken by the engine once, and given up since.
CREATE TABLE deals (id uuid PRIMARY KEY);
DROP TABLE deals;
-- A column of the engine's table that the engine does not have; one that was taken back.
ALTER TABLE contacts ADD COLUMN shoe_size integer;
ALTER TABLE contacts ADD COLUMN email text;
ALTER TABLE contacts DROP COLUMN email;
-- file: 0001_next.sql
ALTER TABLE client_notes ADD COLUMN author text;
