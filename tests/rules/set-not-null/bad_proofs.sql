-- pg: 18
-- Which constraints spare the scan.
-- file: 0000_init.sql
CREATE TABLE a (id uuid PRIMARY KEY, v text, w text);
CREATE TABLE b (id uuid PRIMARY KEY, v text);
CREATE TABLE c (id uuid PRIMARY KEY, v text);
CREATE TABLE d (id uuid PRIMARY KEY, v text);
CREATE TABLE e (id uuid PRIMARY KEY, v text);
CREATE TABLE f (id uuid PRIMARY KEY, v text);
CREATE TABLE g (id uuid PRIMARY KEY, v text);
ALTER TABLE a ADD CONSTRAINT w_there CHECK (w IS NOT NULL);
ALTER TABLE b ADD CONSTRAINT v_there CHECK (v IS NOT NULL) NOT VALID;
ALTER TABLE c ADD CONSTRAINT v_there CHECK (v IS NOT NULL) NOT ENFORCED;
ALTER TABLE d ADD CONSTRAINT v_set CHECK (v <> '');
ALTER TABLE e ADD CONSTRAINT v_there NOT NULL v NOT VALID;
-- file: 0001_set.sql
-- A CHECK of another column, one that old rows were not held against, one that no row is, one that
-- NULL satisfies.
ALTER TABLE a ALTER COLUMN v SET NOT NULL; -- expect: set-not-null
ALTER TABLE b ALTER COLUMN v SET NOT NULL; -- expect: set-not-null
ALTER TABLE c ALTER COLUMN v SET NOT NULL; -- expect: set-not-null
ALTER TABLE d ALTER COLUMN v SET NOT NULL; -- expect: set-not-null
-- NOT NULL, but not of the old rows.
ALTER TABLE e ALTER COLUMN v SET NOT NULL; -- expect: set-not-null
-- PostgreSQL 18's other way to say it, and what looks like it.
ALTER TABLE f ADD CONSTRAINT v_there NOT NULL v; -- expect: set-not-null
ALTER TABLE g ADD CONSTRAINT v_there NOT NULL v NOT VALID;
