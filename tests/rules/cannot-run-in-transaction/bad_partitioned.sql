-- By hand it would be refused as well.
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at timestamptz) PARTITION BY RANGE (at);
-- file: 0001_index.sql
CREATE UNIQUE INDEX CONCURRENTLY events_id ON events (id, at); -- expect: cannot-run-in-transaction, will-fail
