-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL, age int);
CREATE TABLE audit_log (at timestamptz, what text);
CREATE TABLE visits (at timestamptz);
CREATE TABLE clicks (at timestamptz);
CREATE TABLE logs (at timestamptz);
CREATE SCHEMA archive;
CREATE SCHEMA archive2;
CREATE TABLE archive.old (at timestamptz);
CREATE PUBLICATION inserts FOR ALL TABLES WITH (publish = 'insert');
-- file: 0001_silent.sql
-- A key is an identity.
CREATE PUBLICATION app FOR TABLE users;
ALTER PUBLICATION app SET TABLE users (id, email) WHERE (id IS NOT NULL);
-- The whole row is one, also where it comes behind the publication.
ALTER TABLE audit_log REPLICA IDENTITY FULL;
ALTER PUBLICATION app ADD TABLE audit_log, visits;
ALTER TABLE visits REPLICA IDENTITY FULL;
-- A WHERE over any column, then.
ALTER PUBLICATION app SET TABLE audit_log WHERE (what <> ''), users;
-- INSERT alone.
CREATE PUBLICATION news FOR TABLE clicks WITH (publish = 'insert,truncate');
-- The key comes later in the same deploy.
CREATE TABLE jobs (id int);
ALTER PUBLICATION app ADD TABLE jobs;
ALTER TABLE jobs ADD PRIMARY KEY (id);
-- It is taken out again.
ALTER PUBLICATION app ADD TABLE logs;
ALTER PUBLICATION app DROP TABLE logs;
-- Nobody publishes that one.
ALTER TABLE clicks REPLICA IDENTITY NOTHING;
-- Neither what is unlogged or temporary.
CREATE PUBLICATION archived FOR TABLES IN SCHEMA archive2;
CREATE TEMPORARY TABLE scratch (id int);
-- A partition's rows are found by its own key.
CREATE TABLE events (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER PUBLICATION app ADD TABLE events;
-- It gets another identity, and then the key goes.
ALTER TABLE users ADD COLUMN number bigint;
CREATE TABLE plans (id int CONSTRAINT plans_pk PRIMARY KEY, code text NOT NULL UNIQUE);
ALTER PUBLICATION app ADD TABLE plans;
ALTER TABLE plans REPLICA IDENTITY USING INDEX plans_code_key;
ALTER TABLE plans DROP CONSTRAINT plans_pk;
