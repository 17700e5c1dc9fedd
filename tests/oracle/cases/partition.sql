-- Partitions and inheritance: attached, detached, created in place.

-- case: attach-partition
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- case: attach-partition-with-check
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- case: attach-partition-violated
-- fails: 23514
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- case: attach-partition-with-check-and-indexes
-- given
ALTER TABLE events_2027 ADD PRIMARY KEY (id, created_at);
CREATE INDEX ON events_2027 (kind);
ALTER TABLE events_2027 ADD CONSTRAINT events_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id);
-- then
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- case: attach-partition-beside-default
ALTER TABLE logs ATTACH PARTITION logs_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- case: attach-partition-with-check-beside-default
ALTER TABLE logs ATTACH PARTITION logs_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- case: attach-partition-with-not-valid-check
ALTER TABLE logs ATTACH PARTITION logs_2028 FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');

-- case: attach-partition-beside-default-with-check
-- given
ALTER TABLE logs_rest ADD CONSTRAINT not_2027
  CHECK (created_at < '2027-01-01' OR created_at >= '2028-01-01');
-- then
ALTER TABLE logs ATTACH PARTITION logs_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- case: attach-default-partition
-- given
CREATE TABLE events_rest (LIKE events);
INSERT INTO events_rest SELECT i, 1, 'k', '2031-01-01' FROM generate_series(1, 12) i;
-- then
ALTER TABLE events ATTACH PARTITION events_rest DEFAULT;

-- case: attach-default-second
-- fails: 42P17
ALTER TABLE logs ATTACH PARTITION logs_2026 DEFAULT;

-- case: attach-partition-list
-- given
CREATE TABLE regions_asia (id integer, region text NOT NULL);
INSERT INTO regions_asia SELECT i, 'asia' FROM generate_series(1, 8) i;
-- then
ALTER TABLE regions ATTACH PARTITION regions_asia FOR VALUES IN ('asia');

-- case: attach-partition-list-with-check
-- given
CREATE TABLE regions_asia (id integer, region text NOT NULL, CHECK (region = 'asia'));
INSERT INTO regions_asia SELECT i, 'asia' FROM generate_series(1, 8) i;
-- then
ALTER TABLE regions ATTACH PARTITION regions_asia FOR VALUES IN ('asia');

-- case: attach-partition-partitioned
-- given
CREATE TABLE regions_asia (id integer, region text NOT NULL) PARTITION BY HASH (id);
CREATE TABLE regions_asia_0 PARTITION OF regions_asia FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO regions_asia SELECT i, 'asia' FROM generate_series(1, 8) i;
-- then
ALTER TABLE regions ATTACH PARTITION regions_asia FOR VALUES IN ('asia');

-- case: attach-partition-empty
-- given
CREATE TABLE events_empty (LIKE events);
-- then
ALTER TABLE events ATTACH PARTITION events_empty FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

-- case: attach-partition-referenced
-- given
CREATE TABLE event_notes (event_id bigint, at date, FOREIGN KEY (event_id, at) REFERENCES events);
-- then
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- case: attach-missing-column
-- fails: 42804
ALTER TABLE events ATTACH PARTITION logs_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- case: detach-partition
ALTER TABLE events DETACH PARTITION events_2024;

-- case: detach-partition-beside-default
ALTER TABLE logs DETACH PARTITION logs_2024;

-- case: detach-default-partition
ALTER TABLE logs DETACH PARTITION logs_rest;

-- case: detach-partition-referenced
-- given
CREATE TABLE event_notes (event_id bigint, at date, FOREIGN KEY (event_id, at) REFERENCES events);
-- then
ALTER TABLE events DETACH PARTITION events_2024;

-- case: detach-partition-partitioned
ALTER TABLE regions DETACH PARTITION regions_eu;

-- case: create-partition
CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

-- case: create-partition-if-not-exists-present
CREATE TABLE IF NOT EXISTS events_2024 PARTITION OF events
  FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

-- case: create-partition-beside-default
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

-- case: create-partition-beside-default-with-check
-- given
ALTER TABLE logs_rest ADD CONSTRAINT before_2030 CHECK (created_at < '2030-01-01');
-- then
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

-- case: create-partition-beside-default-with-denied-bounds
-- given
ALTER TABLE logs_rest ADD CONSTRAINT not_2030
  CHECK (NOT (created_at >= '2030-01-01' AND created_at < '2031-01-01'));
-- then
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

-- case: create-partition-beside-default-with-other-denied-bounds
-- given
ALTER TABLE logs_rest ADD CONSTRAINT not_2029
  CHECK (NOT (created_at >= '2029-01-01' AND created_at < '2030-01-01'));
-- then
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

-- case: create-partition-list-beside-default-with-check
-- given
CREATE TABLE regions_rest PARTITION OF regions DEFAULT;
INSERT INTO regions_rest SELECT i, 'mars' FROM generate_series(1, 8) i;
ALTER TABLE regions_rest ADD CHECK (region IS NOT NULL AND region <> 'asia');
-- then
CREATE TABLE regions_asia PARTITION OF regions FOR VALUES IN ('asia');

-- case: create-partition-list-beside-default-with-denied-list
-- given
CREATE TABLE regions_rest PARTITION OF regions DEFAULT;
INSERT INTO regions_rest SELECT i, 'mars' FROM generate_series(1, 8) i;
ALTER TABLE regions_rest ADD CHECK (region NOT IN ('asia')), ADD CHECK (NOT (region = 'africa'));
-- then
CREATE TABLE regions_asia PARTITION OF regions FOR VALUES IN ('asia', 'africa');

-- case: create-partition-list-beside-default-with-other-list
-- given
CREATE TABLE regions_rest PARTITION OF regions DEFAULT;
INSERT INTO regions_rest SELECT i, 'mars' FROM generate_series(1, 8) i;
ALTER TABLE regions_rest ADD CHECK (region NOT IN ('asia', 'africa'));
-- then
CREATE TABLE regions_asia PARTITION OF regions FOR VALUES IN ('asia', 'australia');

-- case: create-partition-beside-default-overlapping
-- fails: 23514
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- case: create-partition-default
CREATE TABLE events_rest PARTITION OF events DEFAULT;

-- case: create-partition-list
CREATE TABLE regions_asia PARTITION OF regions FOR VALUES IN ('asia');

-- case: create-partition-partitioned
CREATE TABLE regions_asia PARTITION OF regions FOR VALUES IN ('asia') PARTITION BY HASH (id);

-- case: create-partition-of-partition
-- fails: 42P17
CREATE TABLE regions_eu_2 PARTITION OF regions_eu FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- case: create-partition-overlapping
-- fails: 42P17
CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2025-06-01') TO ('2026-01-01');

-- case: drop-partition
DROP TABLE events_2024;

-- case: drop-partition-beside-default
DROP TABLE logs_2024;

-- case: drop-partitioned
DROP TABLE events;

-- case: drop-partitioned-two-levels
DROP TABLE regions;

-- case: truncate-partitioned
TRUNCATE events;

-- case: truncate-partitioned-only
-- fails: 42809
TRUNCATE ONLY events;

-- case: truncate-partition
TRUNCATE events_2024;

-- case: truncate-inheritance
TRUNCATE vehicles;

-- case: truncate-inheritance-only
TRUNCATE ONLY vehicles;
