-- owner: hogsend
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TYPE app.journey_status AS ENUM ('on', 'off');
CREATE TYPE client_channel AS ENUM ('webhook', 'email');
-- file: 0001_types.sql
-- Enums of the project, one called like the engine's in a schema of its own.
CREATE TABLE client_runs (
  id uuid PRIMARY KEY,
  status app.journey_status NOT NULL,
  channel client_channel,
  kind text CHECK (kind IN ('a', 'b'))
);
