-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date NOT NULL, kind text, source text) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE events_2024 ADD CONSTRAINT has_source CHECK (source IS NOT NULL);
-- file: 0001_required.sql
-- The rows are in the partitions.
ALTER TABLE events ALTER COLUMN kind SET NOT NULL; -- expect: set-not-null
-- What one of them proves, the other does not.
ALTER TABLE events ALTER COLUMN source SET NOT NULL;
