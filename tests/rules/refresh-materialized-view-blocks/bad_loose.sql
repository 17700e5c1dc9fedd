-- A single file: whether the view has a unique index is not known.
ALTER MATERIALIZED VIEW totals SET (autovacuum_enabled = false);
REFRESH MATERIALIZED VIEW totals; -- expect: refresh-materialized-view-blocks
