-- runner: autocommit
-- pg: 13
-- file: 0000_init.sql
CREATE TABLE events (id bigint) PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES IN (2);
-- file: 0001_detach.sql
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY; -- expect: newer-than-target
ALTER TABLE events DETACH PARTITION events_2; -- expect: detach-partition-blocks
DROP INDEX CONCURRENTLY IF EXISTS events_id;
