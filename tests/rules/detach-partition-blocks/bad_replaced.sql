-- The batch gives the table another partition for the rows.
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
-- file: 0001_detach.sql
ALTER TABLE events DETACH PARTITION events_1; -- expect: detach-partition-blocks
CREATE TABLE events_1_2 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-03-01');
