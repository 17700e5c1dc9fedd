-- all
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
CREATE TABLE events_4 PARTITION OF events FOR VALUES FROM ('2026-04-01') TO ('2026-05-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- file: 0001_to_default.sql
-- New rows of that month go to the DEFAULT partition.
DROP TABLE events_1; -- expect: drop-table
-- file: 0002_default.sql
DROP TABLE events_rest; -- expect: drop-table
-- file: 0003_refused.sql
-- New rows of these months are refused. One finding for both.
DROP TABLE events_2; -- expect: drop-table
DROP TABLE events_3;
-- file: 0004_replaced.sql
DROP TABLE events_4; -- expect: drop-table
CREATE TABLE events_4_5 PARTITION OF events FOR VALUES FROM ('2026-04-01') TO ('2026-06-01');
-- file: 0005_all.sql
-- No table goes on without it.
DROP TABLE events_4_5; -- expect: drop-table
DROP TABLE events;
