-- Indexes: built, renamed, attached, rebuilt, dropped. What needs to run alone is in alone.sql.

-- case: create-index
CREATE INDEX extra ON users (age);

-- case: create-index-unnamed
CREATE INDEX ON users (age);

-- case: create-index-if-not-exists-present
CREATE INDEX IF NOT EXISTS users_org_idx ON users (age);

-- case: create-index-present
-- fails: 42P07
CREATE INDEX users_org_idx ON users (age);

-- case: create-unique-index
CREATE UNIQUE INDEX extra ON users (nickname);

-- case: create-unique-index-violated
-- fails: 23505
CREATE UNIQUE INDEX extra ON users (age);

-- case: create-index-partial
CREATE INDEX extra ON users (age) WHERE age > 18;

-- case: create-index-expression
CREATE INDEX extra ON users (lower(nickname));

-- case: create-index-volatile-expression
-- fails: 42P17
CREATE INDEX extra ON users ((volatile_plpgsql() + age));

-- Inlined before it is looked at, hence allowed.
-- case: create-index-volatile-sql-expression
CREATE INDEX extra ON users ((volatile_sql() + age));

-- case: create-index-function-of-table
-- given
CREATE FUNCTION org_name(bigint) RETURNS text LANGUAGE sql IMMUTABLE
  AS 'SELECT name FROM public.orgs WHERE id = $1';
-- then
CREATE INDEX extra ON users (org_name(org_id));

-- case: create-index-gin
CREATE INDEX extra ON typed USING gin (jsb);

-- case: create-index-gist
CREATE INDEX extra ON bookings USING gist (during);

-- case: create-index-brin
CREATE INDEX extra ON users USING brin (created_at);

-- case: create-index-hash
CREATE INDEX extra ON users USING hash (mail);

-- case: create-index-include
CREATE INDEX extra ON users (age) INCLUDE (mail);

-- case: create-index-virtual-column
-- fails: 0A000
-- fails: 42601 14-17
-- given
ALTER TABLE plain ADD COLUMN v integer GENERATED ALWAYS AS (b + 1) VIRTUAL;
-- then
CREATE INDEX extra ON plain (v);

-- case: create-index-matview
CREATE INDEX extra ON plain_copy (b);

-- case: create-index-view
-- fails: 42809
CREATE INDEX extra ON plain_view (a);

-- case: create-index-partitioned
CREATE INDEX extra ON events (org_id, kind);

-- events_2024 already has one on org_id, which is attached instead of built.
-- case: create-index-partitioned-with-matching
CREATE INDEX extra ON events (org_id);

-- case: create-index-partitioned-only
CREATE INDEX extra ON ONLY events (org_id);

-- case: create-index-on-partition
CREATE INDEX extra ON events_2025 (org_id);

-- case: create-index-partitioned-two-levels
CREATE INDEX extra ON regions (id);

-- case: create-index-inheritance
CREATE INDEX extra ON vehicles (wheels);

-- case: create-index-tablespace
CREATE INDEX extra ON users (age) TABLESPACE oracle_space;

-- case: attach-index
-- given
CREATE INDEX extra ON ONLY events (org_id);
-- then
ALTER INDEX extra ATTACH PARTITION events_2024_org_idx;

-- case: attach-index-last
-- given
CREATE INDEX extra ON ONLY events (org_id);
CREATE INDEX events_2025_org_idx ON events_2025 (org_id);
ALTER INDEX extra ATTACH PARTITION events_2024_org_idx;
-- then
ALTER INDEX extra ATTACH PARTITION events_2025_org_idx;

-- case: rename-index
ALTER INDEX users_org_idx RENAME TO users_by_org;

-- case: rename-index-if-exists-missing
ALTER INDEX IF EXISTS missing RENAME TO other;

-- case: rename-index-of-constraint
ALTER INDEX orgs_code_key RENAME TO orgs_code_unique;

-- case: rename-index-partitioned
ALTER INDEX events_kind_idx RENAME TO events_by_kind;

-- case: reset-index-option
ALTER INDEX users_org_idx RESET (fillfactor);

-- case: depends-on-extension-missing
-- fails: 42704
ALTER INDEX users_org_idx DEPENDS ON EXTENSION missing;

-- case: reindex-index
REINDEX INDEX users_org_idx;

-- case: reindex-table
REINDEX TABLE users;

-- case: reindex-table-without-indexes
REINDEX TABLE plain;

-- case: reindex-table-tablespace
REINDEX (TABLESPACE oracle_space) TABLE users;

-- case: reindex-matview
REINDEX TABLE org_sizes;

-- case: reindex-partition
REINDEX TABLE events_2024;

-- case: drop-index
DROP INDEX users_org_idx;

-- case: drop-index-unique
DROP INDEX users_mail_idx;

-- case: drop-index-if-exists-missing
DROP INDEX IF EXISTS missing;

-- case: drop-index-missing
-- fails: 42704
DROP INDEX missing;

-- case: drop-index-two
DROP INDEX users_org_idx, bookings_during_idx;

-- case: drop-index-of-constraint
-- fails: 2BP01
DROP INDEX orgs_code_key;

-- case: drop-index-of-constraint-cascade
-- fails: 2BP01
DROP INDEX orgs_code_key CASCADE;

-- case: drop-index-referenced
-- fails: 2BP01
-- given
CREATE UNIQUE INDEX bare_id_idx ON bare (id);
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES bare (id) NOT VALID;
-- then
DROP INDEX bare_id_idx;

-- case: drop-index-referenced-cascade
-- given
CREATE UNIQUE INDEX bare_id_idx ON bare (id);
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES bare (id) NOT VALID;
-- then
DROP INDEX bare_id_idx CASCADE;

-- case: drop-index-partitioned
DROP INDEX events_kind_idx;

-- case: drop-index-of-partition
-- fails: 2BP01
DROP INDEX events_2024_kind_idx;

-- case: drop-index-on-partition
DROP INDEX events_2024_org_idx;

-- case: drop-index-matview
DROP INDEX org_sizes_org_idx;

-- case: comment-on-index
COMMENT ON INDEX users_org_idx IS 'x';

-- case: cluster-using
CLUSTER users USING users_org_idx;

-- case: cluster-marked
-- given
ALTER TABLE users CLUSTER ON users_org_idx;
-- then
CLUSTER users;

-- case: cluster-unmarked
-- fails: 42704
CLUSTER users;

-- case: cluster-matview
CLUSTER org_sizes USING org_sizes_org_idx;

-- case: cluster-partition
CLUSTER events_2024 USING events_2024_pkey;
