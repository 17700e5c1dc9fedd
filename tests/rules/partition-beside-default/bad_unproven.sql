-- CHECKs that say less than the bounds.
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date, n integer) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE regions (id bigint, region text) PARTITION BY LIST (region);
CREATE TABLE regions_rest PARTITION OF regions DEFAULT;
ALTER TABLE events_rest ADD CONSTRAINT not_2025 CHECK (NOT (at >= '2025-02-01' AND at < '2026-01-01'));
ALTER TABLE events_rest ADD CONSTRAINT not_2026 CHECK (NOT (at >= '2026-01-01' AND at < '2027-01-01')) NOT VALID;
ALTER TABLE events_rest ADD CONSTRAINT not_2027 CHECK (NOT (at >= '2027-01-01' AND at < '2028-01-01' AND n > 0));
ALTER TABLE regions_rest ADD CONSTRAINT not_europe CHECK (region NOT IN ('de', 'fr'));
ALTER TABLE regions_rest ADD CONSTRAINT there CHECK (NOT (region IS NULL));
-- file: 0001_partition.sql
-- Too little of the range, not validated, and only some of the rows.
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01'); -- expect: partition-beside-default
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01'); -- expect: partition-beside-default
CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01'); -- expect: partition-beside-default
-- One value of the list is not denied.
CREATE TABLE regions_europe PARTITION OF regions FOR VALUES IN ('de', 'it'); -- expect: partition-beside-default
