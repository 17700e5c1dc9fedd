-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- file: 0001_keys.sql
ALTER TABLE users ADD CONSTRAINT users_email UNIQUE NULLS NOT DISTINCT (email) INCLUDE (id); -- expect: unique-constraint-builds-index
ALTER TABLE events ADD CONSTRAINT events_key UNIQUE (id, at); -- expect: unique-constraint-builds-index
