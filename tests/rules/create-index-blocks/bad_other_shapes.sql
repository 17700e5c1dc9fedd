-- file: 0000_init.sql
CREATE TABLE events (id bigint, at date, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE users (id uuid PRIMARY KEY, email text, name text COLLATE "C");
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE TABLE chats (id uuid PRIMARY KEY, slug text);
CREATE UNIQUE INDEX users_email ON users (email);
-- file: 0001_indexes.sql
-- Without a name: its partitions' indexes are attached to one that has none yet.
CREATE INDEX ON events (id); -- expect: create-index-blocks
-- Built by hand before, or not: of a partitioned table that takes more than one statement.
CREATE INDEX IF NOT EXISTS events_kind ON events (kind); -- expect: create-index-blocks
-- An expression is not the column: the index on email proves nothing of it.
CREATE UNIQUE INDEX users_lower ON users (lower(email)); -- expect: create-index-blocks
-- The key of another collation, or of an operator class, may find values equal that were not.
CREATE UNIQUE INDEX users_email_c ON users (email COLLATE "C"); -- a label of the finding above
CREATE UNIQUE INDEX users_email_like ON users (email text_pattern_ops); -- and this
-- NULLs count as equal: all rows are.
ALTER TABLE teams ADD COLUMN slug text;
CREATE UNIQUE INDEX teams_slug ON teams (slug) NULLS NOT DISTINCT; -- also a label
-- Every row has the same value.
ALTER TABLE chats ADD COLUMN kind text DEFAULT 'chat';
CREATE UNIQUE INDEX chats_kind ON chats (kind, (lower(kind))); -- also a label
