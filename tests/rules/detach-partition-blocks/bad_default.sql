-- CONCURRENTLY is refused where there is a DEFAULT partition, also for that one.
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- file: 0001_detach.sql
ALTER TABLE events DETACH PARTITION events_1; -- expect: detach-partition-blocks
ALTER TABLE events DETACH PARTITION events_rest; -- expect: detach-partition-blocks
