-- Statements that cannot run in a transaction block. The relations after `alone:` (with their indexes,
-- and whatever the statement changes or reads) are those whose locks are waited for.

-- case: create-index-concurrently
-- alone: public.orgs
CREATE INDEX CONCURRENTLY extra ON orgs (name);

-- case: create-unique-index-concurrently
-- alone: public.orgs
CREATE UNIQUE INDEX CONCURRENTLY extra ON orgs (name);

-- case: create-index-concurrently-if-not-exists-present
-- alone: public.orgs
CREATE INDEX CONCURRENTLY IF NOT EXISTS orgs_code_key ON orgs (name);

-- case: create-index-concurrently-partitioned
-- alone: public.events
-- fails: 0A000
CREATE INDEX CONCURRENTLY extra ON events (org_id);

-- case: create-index-concurrently-partition
-- alone: public.events, public.events_2025
CREATE INDEX CONCURRENTLY extra ON events_2025 (org_id);

-- case: create-index-concurrently-expression
-- alone: public.orgs
CREATE INDEX CONCURRENTLY extra ON orgs (lower(name)) WHERE plan IS NULL;

-- case: create-index-concurrently-matview
-- alone: public.plain_copy
CREATE INDEX CONCURRENTLY extra ON plain_copy (b);

-- case: drop-index-concurrently
-- alone: public.bookings
DROP INDEX CONCURRENTLY bookings_during_idx;

-- case: drop-index-concurrently-if-exists-missing
-- alone:
DROP INDEX CONCURRENTLY IF EXISTS missing;

-- case: drop-index-concurrently-of-constraint
-- alone: public.orgs
-- fails: 2BP01
DROP INDEX CONCURRENTLY orgs_code_key;

-- case: drop-index-concurrently-cascade
-- alone: public.bookings
-- fails: 0A000
DROP INDEX CONCURRENTLY bookings_during_idx CASCADE;

-- case: reindex-index-concurrently
-- alone: public.orgs
REINDEX INDEX CONCURRENTLY orgs_code_key;

-- case: reindex-table-concurrently
-- alone: public.orgs
REINDEX TABLE CONCURRENTLY orgs;

-- case: reindex-table-concurrently-partitioned
-- alone: public.events, public.events_2024
REINDEX TABLE CONCURRENTLY events;

-- case: reindex-table-partitioned
-- alone: public.events
REINDEX TABLE events;

-- case: reindex-index-partitioned
-- alone: public.events
REINDEX INDEX events_kind_idx;

-- case: reindex-schema
-- alone: app.settings
REINDEX SCHEMA app;

-- case: reindex-schema-concurrently
-- alone: app.settings
REINDEX SCHEMA CONCURRENTLY app;

-- case: detach-partition-concurrently
-- alone: public.events, public.events_2024, public.events_2025, public.orgs
ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY;

-- case: detach-partition-concurrently-beside-default
-- alone: public.logs
-- fails: 55000
ALTER TABLE logs DETACH PARTITION logs_2024 CONCURRENTLY;

-- case: vacuum
-- alone: public.orgs
VACUUM orgs;

-- case: vacuum-analyze
-- alone: public.orgs
VACUUM (ANALYZE) orgs;

-- case: vacuum-full
-- alone: public.orgs
VACUUM FULL orgs;

-- case: vacuum-full-bare
-- alone: public.bare
VACUUM FULL bare;

-- case: vacuum-freeze
-- alone: public.bare
VACUUM (FREEZE) bare;

-- It never waits, so that its lock cannot be seen by this method.
-- case: vacuum-skip-locked
-- alone:
VACUUM (SKIP_LOCKED) bare;

-- case: vacuum-partitioned
-- alone: public.events, public.events_2024, public.events_2025
VACUUM events;

-- case: vacuum-several
-- alone: public.bare, public.codes
VACUUM bare, codes;

-- case: cluster-everything
-- alone: public.orgs
-- given
ALTER TABLE orgs CLUSTER ON orgs_pkey;
-- then
CLUSTER;

-- case: cluster-partitioned
-- alone: public.events, public.events_2024
-- ok: 15-18
CLUSTER events USING events_pkey;

-- case: create-database
-- alone:
-- fails: 3D000
CREATE DATABASE extra TEMPLATE missing;

-- case: drop-database-if-exists-missing
-- alone:
DROP DATABASE IF EXISTS missing;

-- case: alter-system
-- alone:
ALTER SYSTEM SET work_mem = '5MB';

-- case: create-tablespace
-- alone:
-- fails: 58P01
CREATE TABLESPACE extra_space LOCATION '/nowhere';

-- case: create-subscription-with-slot
-- alone:
-- fails: 08006
CREATE SUBSCRIPTION extra CONNECTION 'host=/nowhere dbname=nowhere' PUBLICATION p;

-- case: commit-prepared
-- alone:
-- fails: 42704
COMMIT PREPARED 'missing';
