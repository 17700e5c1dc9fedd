-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE client_notes (id uuid PRIMARY KEY);
-- file: 0001_own.sql
-- A table of the project beside the engine's.
CREATE TABLE client_contact_tiers (contact_id text PRIMARY KEY, tier text NOT NULL);
ALTER TABLE client_notes ADD COLUMN tier text;
