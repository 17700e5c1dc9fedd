-- owner: hogsend
-- file: 0000_init.sql
CREATE TYPE dlq_status AS ENUM ('on', 'off'); -- expect: engine-takes-name
CREATE TABLE flags (id uuid PRIMARY KEY, name text); -- expect: engine-takes-name
CREATE TABLE client_notes (id uuid PRIMARY KEY, source text);
CREATE INDEX links_source_idx ON client_notes (source); -- expect: engine-takes-name
-- file: 0001_next.sql
ALTER TABLE client_notes ADD COLUMN author text;
ALTER TABLE flags ADD COLUMN color text;
