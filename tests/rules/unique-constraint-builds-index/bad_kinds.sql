-- file: 0000_init.sql
CREATE TABLE a (id uuid PRIMARY KEY, v text);
CREATE TABLE b (id uuid PRIMARY KEY, v text);
CREATE TABLE c (id uuid PRIMARY KEY, v text);
CREATE TABLE d (id uuid PRIMARY KEY, v text);
CREATE TABLE e (id uuid PRIMARY KEY, v text);
CREATE TABLE f (id uuid PRIMARY KEY, v text);
CREATE UNIQUE INDEX d_v ON d (v);
-- file: 0001_kinds.sql
-- NULLs are equal here: rows without a value collide.
ALTER TABLE a ADD COLUMN w text;
ALTER TABLE a ADD CONSTRAINT a_w UNIQUE NULLS NOT DISTINCT (w); -- expect: unique-constraint-builds-index
ALTER TABLE b ADD COLUMN w text UNIQUE NULLS NOT DISTINCT; -- expect: unique-constraint-builds-index
-- The same value in every row.
ALTER TABLE c ADD COLUMN w text DEFAULT 'x' UNIQUE; -- expect: unique-constraint-builds-index
-- The index is there already, and others need none. The CHECK alone reads all rows.
ALTER TABLE d ADD CONSTRAINT d_v_key UNIQUE USING INDEX d_v;
ALTER TABLE d ADD CONSTRAINT d_v_set CHECK (v <> '') NOT VALID;
ALTER TABLE d ADD COLUMN w text CONSTRAINT d_w_set CHECK (w <> ''); -- expect: check-validates
-- All rows are written anew, which is reported as such.
ALTER TABLE e ADD COLUMN w bigint GENERATED ALWAYS AS IDENTITY UNIQUE; -- expect: table-rewrite
-- A new column and one that has values.
ALTER TABLE f ADD COLUMN w text;
ALTER TABLE f ADD CONSTRAINT f_v_w UNIQUE (v, w); -- expect: unique-constraint-builds-index
