-- What else is read and built, and what is not.
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE INDEX events_at ON events (at);
CREATE TABLE events_2026 (id bigint, at date NOT NULL);
CREATE TABLE events_2027 (id bigint, at date NOT NULL);
CREATE INDEX events_2027_at ON events_2027 (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- file: 0001_partition.sql
-- The DEFAULT partition may hold rows of the new one, so it is read too; the index is built.
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01'); -- expect: attach-partition-scans
-- This one has the index.
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01'); -- expect: attach-partition-scans
-- An index is attached to an index without a look at rows.
ALTER INDEX events_at ATTACH PARTITION events_2027_at;
