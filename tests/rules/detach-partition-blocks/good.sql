-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
-- file: 0001_detach.sql
-- Lets reads and writes through.
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;
-- Nobody knows a new table.
CREATE TABLE logs (id bigint, at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
ALTER TABLE logs DETACH PARTITION logs_1;
