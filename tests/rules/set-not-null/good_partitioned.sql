-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date NOT NULL, kind text, source text) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE events ADD CONSTRAINT has_kind CHECK (kind IS NOT NULL) NOT VALID;
ALTER TABLE events VALIDATE CONSTRAINT has_kind;
ALTER TABLE events_2024 ADD CONSTRAINT has_source CHECK (source IS NOT NULL);
CREATE TABLE visits (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
-- file: 0001_silent.sql
-- A CHECK that was validated proves it, of the whole table or of each partition.
ALTER TABLE events ALTER COLUMN kind SET NOT NULL;
ALTER TABLE events ALTER COLUMN source SET NOT NULL;
-- A table without partitions has no rows.
ALTER TABLE visits ALTER COLUMN kind SET NOT NULL;
-- Nor has a partition that is new.
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE visits ALTER COLUMN id SET NOT NULL;
