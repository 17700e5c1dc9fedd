-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE notes (id uuid PRIMARY KEY);
-- file: 0001_changes.sql
ALTER TABLE contacts DROP COLUMN email; -- expect: engine-object-changed
--> statement-breakpoint
ALTER TABLE "public"."deals" ALTER COLUMN "id" SET DATA TYPE text; -- expect: engine-object-changed
--> statement-breakpoint
ALTER TABLE flags RENAME COLUMN key TO name; -- expect: engine-object-changed
--> statement-breakpoint
-- The engine's INSERTs do not fill it.
ALTER TABLE links ADD COLUMN team text NOT NULL; -- expect: engine-object-changed
--> statement-breakpoint
ALTER TABLE groups ADD COLUMN group_key text; -- expect: engine-object-changed
--> statement-breakpoint
ALTER TABLE campaigns ADD CONSTRAINT campaigns_named CHECK (name <> ''); -- expect: engine-object-changed
--> statement-breakpoint
DROP TABLE webhook_deliveries; -- expect: engine-object-changed
--> statement-breakpoint
DROP INDEX api_keys_key_hash_idx; -- expect: engine-object-changed
--> statement-breakpoint
ALTER TYPE journey_status ADD VALUE 'paused'; -- expect: engine-object-changed
--> statement-breakpoint
DROP TYPE alert_channel CASCADE; -- expect: engine-object-changed
--> statement-breakpoint
TRUNCATE journey_logs; -- expect: engine-object-changed
--> statement-breakpoint
UPDATE user_events SET event = 'x' WHERE event = 'y'; -- expect: engine-object-changed
--> statement-breakpoint
WITH gone AS (DELETE FROM session RETURNING id) SELECT count(*) FROM gone; -- expect: engine-object-changed
