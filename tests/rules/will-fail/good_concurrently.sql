-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE events (id bigint NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE events_de PARTITION OF events FOR VALUES IN ('de');
CREATE TABLE plain (id bigint PRIMARY KEY, region text NOT NULL);
CREATE INDEX plain_region_idx ON plain (region);
CREATE MATERIALIZED VIEW event_counts AS SELECT region, count(*) AS number FROM events GROUP BY region;
CREATE UNIQUE INDEX event_counts_key ON event_counts (region);
-- file: 0001_concurrently.sql
-- A table that is not partitioned, and a partition.
CREATE INDEX CONCURRENTLY plain_id_idx ON plain (id, region);
CREATE INDEX CONCURRENTLY events_de_id_idx ON events_de (id);
-- It has an index over columns, of every row.
REFRESH MATERIALIZED VIEW CONCURRENTLY event_counts;
-- No DEFAULT partition.
ALTER TABLE events DETACH PARTITION events_de CONCURRENTLY;
