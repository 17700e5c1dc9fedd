-- What a value that does not fit does, and which way out there is: a table for each.
-- file: 0000_init.sql
CREATE TABLE a (v bigint);
CREATE TABLE b (v integer);
CREATE TABLE c (v smallint);
CREATE TABLE d (v integer);
CREATE TABLE e (v integer);
CREATE TABLE f (v numeric(10, 2));
CREATE TABLE g (v numeric);
CREATE TABLE h (v numeric(10, 4));
CREATE TABLE i (v numeric(9, 1));
CREATE TABLE j (v numeric(10, 2));
CREATE TABLE k (v numeric(10, 2));
CREATE TABLE l (v numeric(2, 2));
CREATE TABLE m (v numeric(10, 2));
CREATE TABLE n (v varchar(20));
CREATE TABLE o (v varchar);
CREATE TABLE p (v uuid);
CREATE TABLE q (v varchar(10));
CREATE TABLE r (v text[]);
CREATE TABLE s (v text COLLATE "C");
CREATE INDEX s_v ON s (v);
-- file: 0001_types.sql
-- Fewer bytes: a large number is out of range.
ALTER TABLE a ALTER COLUMN v TYPE smallint; -- expect: table-rewrite
ALTER TABLE b ALTER COLUMN v TYPE smallint; -- expect: table-rewrite
-- More bytes, the same, or digits enough for all of them: none is.
ALTER TABLE c ALTER COLUMN v TYPE integer; -- expect: table-rewrite
ALTER TABLE d ALTER COLUMN v TYPE integer USING v * 2; -- expect: table-rewrite
ALTER TABLE e ALTER COLUMN v TYPE numeric(20, 2); -- expect: table-rewrite
-- Fewer digits before the point.
ALTER TABLE f ALTER COLUMN v TYPE numeric(10, 4); -- expect: table-rewrite
ALTER TABLE g ALTER COLUMN v TYPE numeric(8); -- expect: lossy-type-change, table-rewrite
-- More of them, or as many: what is behind the point is rounded.
ALTER TABLE h ALTER COLUMN v TYPE numeric(12, 2); -- expect: lossy-type-change, table-rewrite
ALTER TABLE i ALTER COLUMN v TYPE numeric(8); -- expect: lossy-type-change, table-rewrite
ALTER TABLE j ALTER COLUMN v TYPE numeric USING v * 2; -- expect: table-rewrite
-- None at all before the point, in the new type and in the old one.
ALTER TABLE k ALTER COLUMN v TYPE numeric(2, 2); -- expect: table-rewrite
ALTER TABLE l ALTER COLUMN v TYPE numeric(6, 4); -- expect: table-rewrite
ALTER TABLE m ALTER COLUMN v TYPE numeric(9, 1); -- expect: lossy-type-change, table-rewrite
-- Too long: a CHECK can hold the length instead.
ALTER TABLE n ALTER COLUMN v TYPE varchar(10); -- expect: table-rewrite
ALTER TABLE o ALTER COLUMN v TYPE varchar(10); -- expect: table-rewrite
-- Every uuid fits. USING has seen to it. Of an array no CHECK says it so simply.
ALTER TABLE p ALTER COLUMN v TYPE varchar(36); -- expect: table-rewrite
ALTER TABLE q ALTER COLUMN v TYPE varchar(5) USING left(v, 5); -- expect: table-rewrite
ALTER TABLE r ALTER COLUMN v TYPE varchar(5)[]; -- expect: table-rewrite
-- Back to the database's collation: the index is built anew.
ALTER TABLE s ALTER COLUMN v TYPE text; -- expect: table-rewrite
