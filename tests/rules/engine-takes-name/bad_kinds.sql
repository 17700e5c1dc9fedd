-- owner: hogsend
-- file: 0000_init.sql
CREATE TYPE alert_channel AS (kind text, target text); -- expect: engine-takes-name
CREATE DOMAIN bucket_membership_status AS text; -- expect: engine-takes-name
CREATE TYPE own_kind AS ENUM ('a', 'b');
CREATE TABLE client_notes (id uuid PRIMARY KEY, source text);
CREATE TABLE client_links (id uuid PRIMARY KEY, source text);
CREATE VIEW deals AS SELECT id FROM client_notes; -- expect: engine-takes-name
CREATE SEQUENCE dlq_status_idx; -- expect: engine-takes-name
-- The name of a primary key's index is chosen so that it is free.
CREATE INDEX flags_pkey ON client_notes (source);
-- An index goes with its table: one finding for both.
CREATE TABLE links (id uuid PRIMARY KEY, source text); -- expect: engine-takes-name
CREATE INDEX links_source_idx ON links (source);
-- A column of a table of the engine's; behind IF NOT EXISTS the engine may have had it first.
ALTER TABLE contacts ADD COLUMN shoe_size integer, ADD COLUMN email text; -- expect: engine-takes-name
ALTER TABLE contacts ADD COLUMN IF NOT EXISTS external_id text;
-- Dropped below, and made anew.
CREATE TABLE account (id text PRIMARY KEY);
-- file: 0001_next.sql
-- What a new migration makes, or gives such a name, is reported there alone.
CREATE TYPE journey_status AS ENUM ('active', 'done'); -- expect: engine-object-redefined
ALTER TABLE client_links RENAME TO campaigns; -- expect: engine-object-redefined
DROP TABLE account; -- expect: drop-table
CREATE TABLE account (id text PRIMARY KEY); -- expect: engine-object-redefined
