-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2026 (id bigint, at date NOT NULL);
ALTER TABLE events_2026 ADD CONSTRAINT events_2026_at CHECK (at >= '2026-01-01' AND at < '2027-01-01') NOT VALID;
-- file: 0001_validate.sql
ALTER TABLE events_2026 VALIDATE CONSTRAINT events_2026_at;
-- file: 0002_silent.sql
-- The validated CHECK proves the bounds: nothing is read.
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- The same batch has created the table.
CREATE TABLE events_2027 (id bigint, at date NOT NULL);
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
