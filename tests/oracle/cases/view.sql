-- Views and materialised views.

-- case: create-view
CREATE VIEW extra AS SELECT id, name FROM orgs;

-- case: create-view-join
CREATE VIEW extra AS SELECT u.id FROM users u JOIN orgs o ON o.id = u.org_id;

-- case: create-view-of-view
CREATE VIEW extra AS SELECT * FROM active_orgs;

-- case: create-view-of-partitioned
CREATE VIEW extra AS SELECT * FROM events;

-- case: create-view-options
-- ok: 15-18
CREATE VIEW extra WITH (security_invoker = true) AS SELECT id FROM users;

-- case: create-recursive-view
CREATE RECURSIVE VIEW extra (id) AS
  SELECT id FROM tree WHERE parent_id IS NULL UNION ALL SELECT t.id FROM tree t JOIN extra e ON e.id = t.parent_id;

-- case: create-temporary-view
CREATE TEMPORARY VIEW extra AS SELECT id FROM users;

-- case: create-or-replace-view-same
CREATE OR REPLACE VIEW plain_view AS SELECT id, a FROM plain;

-- case: create-or-replace-view-new-column
CREATE OR REPLACE VIEW plain_view AS SELECT id, a, b FROM plain;

-- case: create-or-replace-view-drop-column
-- fails: 42P16
CREATE OR REPLACE VIEW plain_view AS SELECT id FROM plain;

-- case: create-or-replace-view-other-table
CREATE OR REPLACE VIEW plain_view AS SELECT id, age AS a FROM (SELECT id::integer, age FROM users) u;

-- case: create-or-replace-view-new
CREATE OR REPLACE VIEW extra AS SELECT id FROM users;

-- case: create-view-on-table-name
-- fails: 42809
CREATE OR REPLACE VIEW users AS SELECT 1;

-- case: rename-view
ALTER VIEW plain_view RENAME TO extra;

-- case: rename-view-by-alter-table
ALTER TABLE plain_view RENAME TO extra;

-- case: set-schema-view
ALTER VIEW plain_view SET SCHEMA app;

-- case: owner-to-view
ALTER VIEW plain_view OWNER TO oracle_owner;

-- case: set-view-option
ALTER VIEW plain_view SET (security_barrier = true);

-- case: reset-view-option
ALTER VIEW plain_view RESET (security_barrier);

-- case: drop-view
DROP VIEW plain_view;

-- case: drop-view-with-dependents
-- fails: 2BP01
DROP VIEW active_users;

-- case: drop-view-cascade
DROP VIEW active_users CASCADE;

-- case: drop-view-two
DROP VIEW active_orgs, active_users;

-- case: drop-view-if-exists-missing
DROP VIEW IF EXISTS missing;

-- case: create-matview
CREATE MATERIALIZED VIEW extra AS SELECT age, count(*) FROM users GROUP BY age;

-- case: create-matview-with-no-data
CREATE MATERIALIZED VIEW extra AS SELECT age, count(*) FROM users GROUP BY age WITH NO DATA;

-- case: create-matview-if-not-exists-present
CREATE MATERIALIZED VIEW IF NOT EXISTS plain_copy AS SELECT 1;

-- case: refresh-matview
REFRESH MATERIALIZED VIEW org_sizes;

-- case: refresh-matview-with-no-data
REFRESH MATERIALIZED VIEW org_sizes WITH NO DATA;

-- case: refresh-matview-concurrently
REFRESH MATERIALIZED VIEW CONCURRENTLY org_sizes;

-- case: refresh-matview-concurrently-without-unique
-- fails: 55000
REFRESH MATERIALIZED VIEW CONCURRENTLY plain_copy;

-- case: rename-matview
ALTER MATERIALIZED VIEW plain_copy RENAME TO extra;

-- case: set-schema-matview
ALTER MATERIALIZED VIEW org_sizes SET SCHEMA app;

-- case: owner-to-matview
ALTER MATERIALIZED VIEW plain_copy OWNER TO oracle_owner;

-- case: set-statistics-matview
ALTER MATERIALIZED VIEW plain_copy ALTER COLUMN b SET STATISTICS 100;

-- case: cluster-on-matview
ALTER MATERIALIZED VIEW org_sizes CLUSTER ON org_sizes_org_idx;

-- case: drop-matview
DROP MATERIALIZED VIEW org_sizes;

-- Up to 15 the planner opens the indexes of a partitioned table only while it has no partition.
-- case: create-materialized-view-of-partitioned-without-partitions
-- given
CREATE TABLE lonely (a integer PRIMARY KEY) PARTITION BY RANGE (a);
-- then
CREATE MATERIALIZED VIEW of_lonely AS SELECT a FROM lonely;
