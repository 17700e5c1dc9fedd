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
DO $$ BEGIN
  CREATE TEMP TABLE free AS SELECT id FROM orgs WHERE plan = 'free';
  DELETE FROM orgs WHERE id IN (SELECT id FROM free LIMIT 10);
END $$;
--> statement-breakpoint
-- Nobody names it later, and who makes another one has a session of his own.
CREATE TEMP TABLE fix AS SELECT 1 AS id;
--> statement-breakpoint
CREATE TEMP TABLE fix AS SELECT 2 AS id;
--> statement-breakpoint
-- Nothing depends on it.
SET client_min_messages = warning;
--> statement-breakpoint
SELECT 1;
