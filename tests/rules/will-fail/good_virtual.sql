-- pg: 18
-- file: 0000_init.sql
CREATE TABLE sizes (doubled integer PRIMARY KEY);
CREATE TABLE notes (size integer);
-- file: 0001_silent.sql
-- Virtual columns may be checked, and NOT NULL.
CREATE TABLE halves (
  size integer,
  halved integer GENERATED ALWAYS AS (size / 2) VIRTUAL NOT NULL,
  CHECK (halved < size)
);
-- What a stored one says stands in an index, and so does the expression itself.
CREATE TABLE doubles (
  size integer,
  doubled integer GENERATED ALWAYS AS (size * 2) STORED REFERENCES sizes
);
CREATE UNIQUE INDEX ON doubles (doubled);
CREATE INDEX ON halves ((size / 2));
