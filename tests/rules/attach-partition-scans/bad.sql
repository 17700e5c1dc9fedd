-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2026 (id bigint, at date NOT NULL);
-- file: 0001_partition.sql
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01'); -- expect: attach-partition-scans
