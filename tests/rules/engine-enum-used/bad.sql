-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE client_notes (id uuid PRIMARY KEY);
-- file: 0001_types.sql
CREATE TABLE client_runs (
  id uuid PRIMARY KEY,
  status "journey_status" NOT NULL -- expect: engine-enum-used
);
--> statement-breakpoint
ALTER TABLE client_notes ADD COLUMN channel public.alert_channel; -- expect: engine-enum-used
