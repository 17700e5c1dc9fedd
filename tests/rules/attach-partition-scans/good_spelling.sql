-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2026 (id bigint, at date NOT NULL);
CREATE TABLE kinds (id bigint, kind text NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE kinds_a (id bigint, kind text NOT NULL);
ALTER TABLE events_2026 ADD CONSTRAINT events_2026_at CHECK ("at">='2026-01-01'AND AT<'2027-01-01') NOT VALID;
ALTER TABLE kinds_a ADD CONSTRAINT kinds_a_kind CHECK (KIND IN('a','b')) NOT VALID;
-- file: 0001_validate.sql
ALTER TABLE events_2026 VALIDATE CONSTRAINT events_2026_at;
ALTER TABLE kinds_a VALIDATE CONSTRAINT kinds_a_kind;
-- file: 0002_silent.sql
-- The checks prove the bounds, with or without blanks and in any case.
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE kinds ATTACH PARTITION kinds_a FOR VALUES IN ('a', 'b');
