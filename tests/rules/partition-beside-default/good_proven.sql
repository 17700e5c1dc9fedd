-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE regions (id bigint, region text) PARTITION BY LIST (region);
CREATE TABLE regions_rest PARTITION OF regions DEFAULT;
ALTER TABLE events_rest ADD CONSTRAINT not_2025 CHECK (NOT (at >= '2025-01-01' AND at < '2026-01-01'));
ALTER TABLE events_rest ADD CONSTRAINT not_2026 CHECK (NOT (at IS NOT NULL AND at >= '2026-01-01' AND at < '2027-01-01'));
ALTER TABLE events_rest ADD CONSTRAINT not_2027 CHECK (at IS NULL OR NOT (at >= '2027-01-01') OR NOT at < '2028-01-01');
ALTER TABLE regions_rest ADD CONSTRAINT not_us CHECK (region IS NOT NULL AND region <> 'us');
ALTER TABLE regions_rest ADD CONSTRAINT not_europe CHECK (region NOT IN ('de', 'fr', 'it'));
ALTER TABLE regions_rest ADD CONSTRAINT not_asia CHECK (NOT (region = 'in' OR region = 'jp'));
ALTER TABLE regions_rest ADD CONSTRAINT not_africa CHECK (region IS NULL OR region != 'ke');
-- file: 0001_silent.sql
-- A CHECK on the DEFAULT partition denies the bounds: nothing is read.
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
-- The same of a list, each value by a CHECK of its own.
CREATE TABLE regions_us PARTITION OF regions FOR VALUES IN ('us');
CREATE TABLE regions_europe PARTITION OF regions FOR VALUES IN ('de', 'fr');
CREATE TABLE regions_others PARTITION OF regions FOR VALUES IN ('jp', 'ke');
