-- owner: hogsend
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE app.flags (id uuid PRIMARY KEY, name text);
CREATE TABLE client_notes (id uuid PRIMARY KEY, source text);
-- Taken by the engine once, and given up since.
CREATE TABLE deals (id uuid PRIMARY KEY);
DROP TABLE deals;
-- file: 0001_next.sql
ALTER TABLE client_notes ADD COLUMN author text;
