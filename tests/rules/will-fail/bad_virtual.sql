-- pg: 18
-- file: 0000_init.sql
CREATE TABLE sizes (doubled integer PRIMARY KEY);
-- file: 0001_virtual.sql
CREATE TABLE notes (
  size integer,
  doubled integer GENERATED ALWAYS AS (size * 2) VIRTUAL
);
-- What is not stored stands in no index.
CREATE INDEX notes_big ON notes (size) WHERE doubled > 10; -- expect: will-fail
CREATE INDEX notes_halved ON notes ((doubled / 2)); -- expect: will-fail
ALTER TABLE notes ADD UNIQUE (doubled); -- expect: will-fail
ALTER TABLE notes ADD PRIMARY KEY (size, doubled); -- expect: will-fail
ALTER TABLE notes ADD FOREIGN KEY (doubled) REFERENCES sizes NOT VALID; -- expect: will-fail
-- From 18 on that is what a column is when neither word is written.
CREATE TABLE more (size integer, halved integer GENERATED ALWAYS AS (size / 2) UNIQUE); -- expect: will-fail
