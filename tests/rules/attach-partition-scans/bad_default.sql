-- What proves the one says the opposite of what proves the other.
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_2026 (id bigint, at date NOT NULL);
CREATE TABLE events_2027 (id bigint, at date NOT NULL);
ALTER TABLE events_2027 ADD CHECK (at >= '2027-01-01' AND at < '2028-01-01');
CREATE TABLE events_2028 (id bigint, at date NOT NULL);
ALTER TABLE events_rest ADD CHECK (NOT (at >= '2028-01-01' AND at < '2029-01-01'));
-- file: 0001_partition.sql
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01'); -- expect: attach-partition-scans
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01'); -- expect: attach-partition-scans
ALTER TABLE events ATTACH PARTITION events_2028 FOR VALUES FROM ('2028-01-01') TO ('2029-01-01'); -- expect: attach-partition-scans
