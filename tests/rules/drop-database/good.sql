-- file: 0000_init.sql
CREATE SCHEMA legacy;
-- file: 0001_silent.sql
-- What belongs to this database.
CREATE TABLE legacy.notes (id uuid PRIMARY KEY);
