-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE events (id bigint, at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE users (id bigint PRIMARY KEY, mail text);
-- file: 0001_index.sql
-- Refused, so that no broken index is left.
CREATE INDEX CONCURRENTLY IF NOT EXISTS events_id ON events (id); -- expect: will-fail
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_mail ON users (mail); -- expect: invalid-index-kept
