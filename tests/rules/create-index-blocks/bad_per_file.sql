-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_indexes.sql
CREATE INDEX events_id ON events (id); -- expect: create-index-blocks
CREATE INDEX users_email ON users (email); -- expect: create-index-blocks
