-- owner: hogsend
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE app.contacts (id uuid PRIMARY KEY, email text);
CREATE TABLE client_notes (id uuid PRIMARY KEY, body text);
-- file: 0001_own.sql
-- Tables of the project, also of an engine table's name in another schema.
ALTER TABLE app.contacts ADD COLUMN phone text;
ALTER TABLE client_notes ADD COLUMN author text;
-- Reading is free.
CREATE VIEW client_people AS SELECT id, email FROM contacts;
-- What only the planner and vacuum see.
ALTER TABLE user_events SET (autovacuum_vacuum_scale_factor = 0.02);
ANALYZE user_events;
