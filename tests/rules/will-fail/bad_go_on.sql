-- What stands behind a refused statement is judged as if it had been mended.
-- all
-- file: 0000_init.sql
CREATE TABLE invoices (id integer PRIMARY KEY, note text);
CREATE VIEW notes AS SELECT note FROM invoices;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id integer PRIMARY KEY, mood mood);
CREATE VIEW moods AS SELECT mood FROM people;
CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE members (id integer PRIMARY KEY, team integer REFERENCES teams);
-- file: 0001_swap.sql
CREATE TABLE invoices_new (id integer PRIMARY KEY);
DROP TABLE invoices; -- expect: drop-table, will-fail
ALTER TABLE invoices_new RENAME TO invoices;
-- file: 0002_enum.sql
ALTER TABLE people ALTER COLUMN mood SET DATA TYPE text; -- expect: will-fail
DROP TYPE mood; -- expect: enum-recreation
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- Whoever dropped the view before the first makes it anew behind this.
ALTER TABLE people ALTER COLUMN mood SET DATA TYPE mood USING mood::mood;
-- file: 0003_order.sql
-- The foreign key would have had to go first. It is there all the same until its own DROP.
DROP TABLE teams; -- expect: drop-table, will-fail
ALTER TABLE members DROP COLUMN team; -- expect: drop-column
-- Another mistake.
ALTER TABLE member ADD COLUMN age integer; -- expect: will-fail
