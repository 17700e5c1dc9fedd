-- A CHECK that says more than the column's NOT NULL, or what the column does not say.
-- file: 0000_init.sql
CREATE TABLE a (id uuid PRIMARY KEY, x text CONSTRAINT a_x CHECK (x IS NOT NULL));
CREATE TABLE b (id uuid PRIMARY KEY, x text NOT NULL CONSTRAINT b_x CHECK (x IS NOT NULL AND length(x) > 1));
CREATE TABLE c (id uuid PRIMARY KEY, x int NOT NULL, y int, CONSTRAINT c_x CHECK (x IS NOT NULL AND y > 0));
CREATE TABLE d (id uuid PRIMARY KEY, x int NOT NULL CONSTRAINT d_x CHECK (x IS NOT NULL AND x > 0));
CREATE TABLE e (id uuid PRIMARY KEY, x boolean NOT NULL CONSTRAINT e_x CHECK (x));
CREATE TABLE f (id uuid PRIMARY KEY, EXCLUDE USING hash (id WITH =));
-- file: 0001_drop.sql
ALTER TABLE a DROP CONSTRAINT a_x; -- expect: drop-constraint
ALTER TABLE b DROP CONSTRAINT b_x; -- expect: drop-constraint
ALTER TABLE c DROP CONSTRAINT c_x; -- expect: drop-constraint
ALTER TABLE d DROP CONSTRAINT d_x; -- expect: drop-constraint
ALTER TABLE e DROP CONSTRAINT e_x; -- expect: drop-constraint
ALTER TABLE f DROP CONSTRAINT f_id_excl; -- expect: drop-constraint
