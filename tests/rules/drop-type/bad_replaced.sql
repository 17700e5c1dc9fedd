-- A composite type that comes back: what changes is for the reader to see.
-- file: 0000_init.sql
CREATE TYPE point3 AS (x int, y int);
-- file: 0001_rebuild.sql
DROP TYPE point3; -- expect: drop-type
CREATE TYPE point3 AS (x int, y int, z int);
