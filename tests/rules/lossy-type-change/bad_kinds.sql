-- file: 0000_init.sql
CREATE TABLE a (c1 text, c2 varchar(20), c3 varchar, c4 char(4), c5 varchar(20));
CREATE TABLE b (n1 numeric, n2 numeric(12, 4), n3 real, n4 double precision, n5 double precision, n6 numeric(8, 2), n7 numeric(8, 1));
CREATE TABLE c (t1 timestamp, t2 timestamptz, t3 timestamptz(3), t4 timestamp, t5 timestamptz, t6 timestamptz(6));
CREATE TABLE d (x text, y integer, z integer);
-- file: 0001_types.sql
-- An explicit cast cuts what is longer; char alone is one character.
ALTER TABLE a ALTER COLUMN c1 TYPE char USING c1::char; -- expect: lossy-type-change, table-rewrite
ALTER TABLE a ALTER COLUMN c2 TYPE varchar(10) USING c2::varchar(10); -- expect: lossy-type-change, table-rewrite
ALTER TABLE a ALTER COLUMN c3 TYPE varchar(10) USING c3::varchar(10); -- expect: lossy-type-change
ALTER TABLE a ALTER COLUMN c4 TYPE char(2) USING c4::char(2); -- expect: lossy-type-change
-- The cast cuts, whatever the type is then.
ALTER TABLE a ALTER COLUMN c5 TYPE text USING c5::varchar(10); -- expect: lossy-type-change, table-rewrite
-- Numbers are rounded: to whole ones, to fewer digits, to what a float has room for.
ALTER TABLE b ALTER COLUMN n1 TYPE bigint; -- expect: lossy-type-change, table-rewrite
ALTER TABLE b ALTER COLUMN n2 TYPE smallint; -- expect: lossy-type-change
ALTER TABLE b ALTER COLUMN n3 TYPE integer; -- expect: lossy-type-change
ALTER TABLE b ALTER COLUMN n4 TYPE real; -- expect: lossy-type-change
ALTER TABLE b ALTER COLUMN n5 TYPE numeric(10); -- expect: lossy-type-change
ALTER TABLE b ALTER COLUMN n6 TYPE numeric(8, 1); -- expect: lossy-type-change
ALTER TABLE b ALTER COLUMN n7 TYPE numeric(7); -- expect: lossy-type-change
-- Times lose their date, their time, or parts of a second.
ALTER TABLE c ALTER COLUMN t1 TYPE time; -- expect: lossy-type-change, table-rewrite
ALTER TABLE c ALTER COLUMN t2 TYPE timetz; -- expect: lossy-type-change
ALTER TABLE c ALTER COLUMN t3 TYPE timestamptz(0); -- expect: lossy-type-change
ALTER TABLE c ALTER COLUMN t4 TYPE timestamp(3); -- expect: lossy-type-change
ALTER TABLE c ALTER COLUMN t5 TYPE date; -- expect: lossy-type-change
ALTER TABLE c ALTER COLUMN t6 TYPE timestamp(2); -- expect: lossy-type-change
-- Whatever was there.
ALTER TABLE d ALTER COLUMN x TYPE integer USING NULL; -- expect: lossy-type-change, table-rewrite
