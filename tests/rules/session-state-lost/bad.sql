-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE TABLE orgs (id integer PRIMARY KEY, sent_at timestamp, plan text);
-- file: 0001_times.sql
SET lock_timeout = '2s'; -- expect: session-state-lost
--> statement-breakpoint
SET TIME ZONE 'UTC'; -- expect: session-state-lost
--> statement-breakpoint
CREATE TEMP TABLE fix AS SELECT id FROM orgs WHERE plan = 'free'; -- expect: session-state-lost
--> statement-breakpoint
UPDATE orgs SET plan = 'paid' FROM fix WHERE orgs.id = fix.id; -- expect: update-all-rows, will-fail
--> statement-breakpoint
SELECT pg_advisory_lock(42); -- expect: session-state-lost
--> statement-breakpoint
SELECT 1;
--> statement-breakpoint
SET session_replication_role = replica; -- expect: session-state-lost
--> statement-breakpoint
SELECT 2;
