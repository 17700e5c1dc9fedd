-- What USING computes is kept by the way out that is shown: a table for each.
-- file: 0000_init.sql
CREATE TYPE role AS ENUM ('user', 'admin');
CREATE TYPE place AS ENUM ('user', 'admin', 'root');
CREATE TABLE a (v timestamp);
CREATE TABLE b (v timestamp);
CREATE TABLE c (v integer);
CREATE TABLE d (v text);
CREATE TABLE e (v text, w text);
CREATE TABLE f (v varchar(20));
CREATE TABLE g (v varchar(20));
CREATE TABLE h (v text);
CREATE TABLE i (v role);
CREATE TABLE j (v role);
CREATE TABLE k (v boolean);
CREATE TABLE l (v text);
CREATE TABLE m (v varchar(20));
CREATE TABLE n (v varchar(20));
CREATE TABLE o (v varchar(20));
-- file: 0001_using.sql
-- Another time zone than the session's: no way around the second column. UTC: the session says it.
ALTER TABLE a ALTER COLUMN v TYPE timestamptz USING v AT TIME ZONE 'Europe/Berlin'; -- expect: table-rewrite
ALTER TABLE b ALTER COLUMN v TYPE timestamptz USING v AT TIME ZONE 'UTC'; -- expect: table-rewrite
-- The type stays, or is free: an UPDATE in disguise.
ALTER TABLE c ALTER COLUMN v TYPE integer USING v + 1; -- expect: table-rewrite
ALTER TABLE d ALTER COLUMN v TYPE text USING 'x'; -- expect: table-rewrite
ALTER TABLE e ALTER COLUMN v TYPE text USING w || v; -- expect: table-rewrite
ALTER TABLE f ALTER COLUMN v TYPE text USING COALESCE(v, ''); -- expect: table-rewrite
-- Casts that change no value, and one that cuts.
ALTER TABLE g ALTER COLUMN v TYPE varchar(20) USING v::text::varchar(20); -- expect: table-rewrite
ALTER TABLE h ALTER COLUMN v TYPE text USING v::varchar(5); -- expect: lossy-type-change, table-rewrite
-- An enum is stored as no other one is, whatever it is cast through; what computes writes, too.
ALTER TABLE i ALTER COLUMN v TYPE place USING (v::text::place); -- expect: table-rewrite
ALTER TABLE j ALTER COLUMN v TYPE place USING CAST(CAST(v AS character varying) AS place); -- expect: table-rewrite
ALTER TABLE k ALTER COLUMN v TYPE integer USING CASE WHEN v THEN 1 ELSE 0 END; -- expect: table-rewrite
ALTER TABLE l ALTER COLUMN v TYPE text[] USING ARRAY[v]; -- expect: table-rewrite
-- Stored as they are.
ALTER TABLE m ALTER COLUMN v TYPE varchar USING v::text::varchar;
ALTER TABLE n ALTER COLUMN v TYPE text USING CAST(CAST(v AS varchar) AS text);
ALTER TABLE o ALTER COLUMN v TYPE text USING (o.v)::text COLLATE "C";
