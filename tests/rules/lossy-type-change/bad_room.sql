-- What has room for every value is written anew, and loses nothing.
-- file: 0000_init.sql
CREATE TABLE a (c1 varchar(10), c2 char(4), c3 text, c4 text[], c5 text, c6 integer, c7 text, c8 text, c9 text, c10 text, c11 text);
CREATE TABLE b (n1 numeric(10), n2 numeric(10, 2), n3 numeric(10, 2), n4 real, n5 integer, n6 numeric[], n7 double precision, n8 numeric(10, 2));
CREATE TABLE c (t1 timestamp(0), t2 timestamp(3), t3 time, t4 date, t5 timestamp, t6 timestamptz(3));
-- file: 0001_types.sql
ALTER TABLE a ALTER COLUMN c1 TYPE varchar(10) USING c1::varchar(10);
ALTER TABLE a ALTER COLUMN c2 TYPE varchar(4) USING c2::varchar(4); -- expect: table-rewrite
ALTER TABLE a ALTER COLUMN c3 TYPE varchar USING c3::varchar;
-- Elements of arrays are cut too, and the text of a number.
ALTER TABLE a ALTER COLUMN c4 TYPE varchar(9)[] USING c4::varchar(9)[]; -- expect: lossy-type-change
ALTER TABLE a ALTER COLUMN c6 TYPE varchar(9) USING c6::varchar(9); -- expect: lossy-type-change
-- Other conversions are for the reader to judge.
ALTER TABLE a ALTER COLUMN c5 TYPE varchar(9) USING substr(c5, 1, 9)::varchar(9); -- expect: table-rewrite
ALTER TABLE a ALTER COLUMN c7 TYPE varchar(9) USING (c7 || '')::varchar(9);
ALTER TABLE a ALTER COLUMN c8 TYPE varchar(9) USING c9::varchar(9);
ALTER TABLE a ALTER COLUMN c10 TYPE varchar(9) USING ('x')::varchar(9);
ALTER TABLE a ALTER COLUMN c11 TYPE varchar(9) USING upper(c11);
ALTER TABLE b ALTER COLUMN n1 TYPE bigint; -- expect: table-rewrite
ALTER TABLE b ALTER COLUMN n2 TYPE numeric;
ALTER TABLE b ALTER COLUMN n3 TYPE numeric(10, 2);
ALTER TABLE b ALTER COLUMN n4 TYPE double precision;
ALTER TABLE b ALTER COLUMN n5 TYPE numeric(10, 2);
ALTER TABLE b ALTER COLUMN n6 TYPE integer[] USING n6::integer[];
ALTER TABLE b ALTER COLUMN n7 TYPE double precision;
ALTER TABLE b ALTER COLUMN n8 TYPE double precision;
ALTER TABLE c ALTER COLUMN t1 TYPE timestamp(3);
ALTER TABLE c ALTER COLUMN t2 TYPE timestamptz(3); -- expect: table-rewrite
ALTER TABLE c ALTER COLUMN t3 TYPE interval;
ALTER TABLE c ALTER COLUMN t4 TYPE timestamp(0);
ALTER TABLE c ALTER COLUMN t5 TYPE timestamptz;
ALTER TABLE c ALTER COLUMN t6 TYPE text;
-- A new column has no values to lose, unless it was given some.
ALTER TABLE c ADD COLUMN n timestamp;
ALTER TABLE c ALTER COLUMN n TYPE date;
ALTER TABLE c ADD COLUMN m timestamp DEFAULT now();
ALTER TABLE c ALTER COLUMN m TYPE date; -- expect: lossy-type-change
-- It fails: nothing is lost.
ALTER TABLE c ALTER COLUMN t4 TYPE integer; -- expect: cast-fails
