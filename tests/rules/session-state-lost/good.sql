-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE TABLE orgs (id integer PRIMARY KEY, plan text);
-- file: 0001_block.sql
-- One request.
DO $$ BEGIN
  SET LOCAL lock_timeout = '2s';
  ALTER TABLE orgs ADD COLUMN note text;
END $$;
--> statement-breakpoint
-- Nothing depends on it.
SET client_min_messages = warning;
--> statement-breakpoint
SELECT 1;
