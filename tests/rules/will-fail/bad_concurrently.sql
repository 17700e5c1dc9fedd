-- runner: autocommit
-- What PostgreSQL does not do CONCURRENTLY: an index of a partitioned table, a partition beside a
-- DEFAULT one, a materialized view whose rows nothing tells apart.
-- file: 0000_init.sql
CREATE TABLE events (id bigint NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE events_de PARTITION OF events FOR VALUES IN ('de');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_region_idx ON events (region);
CREATE MATERIALIZED VIEW event_counts AS SELECT region, count(*) AS number FROM events GROUP BY region;
CREATE UNIQUE INDEX many_counts ON event_counts (region) WHERE number > 100;
-- file: 0001_concurrently.sql
CREATE INDEX CONCURRENTLY events_id_idx ON events (id); -- expect: will-fail
-- The name does not matter: the kind of table is looked at first.
CREATE INDEX CONCURRENTLY IF NOT EXISTS events_region_idx ON ONLY events (region); -- expect: will-fail
DROP INDEX CONCURRENTLY events_region_idx; -- expect: will-fail
REFRESH MATERIALIZED VIEW CONCURRENTLY event_counts; -- expect: will-fail
ALTER TABLE events DETACH PARTITION events_de CONCURRENTLY; -- expect: will-fail
