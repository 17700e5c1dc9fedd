-- file: 0000_init.sql
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE items (id integer, label text);
CREATE TABLE books (pages integer) INHERITS (items);
CREATE TABLE sums (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
-- file: 0001_more.sql
-- A partition's columns are those of the partitioned table, NOT NULL among them.
CREATE TABLE events_2025 (id bigint, at date NOT NULL, kind text);
ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01'); -- expect: will-fail
-- Merged with the parent's column, which has another type.
CREATE TABLE films (label varchar(20)) INHERITS (items); -- expect: will-fail
ALTER TABLE items ADD COLUMN pages bigint; -- expect: will-fail
-- The same column twice.
CREATE TABLE records (id integer, LIKE books); -- expect: will-fail
-- It computes nothing.
ALTER TABLE sums ALTER COLUMN a DROP EXPRESSION; -- expect: will-fail
