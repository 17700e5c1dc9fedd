-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE client_notes (id uuid PRIMARY KEY);
-- file: 0001_ledger.sql
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('restored', 1787050674297); -- expect: engine-ledger-touched
--> statement-breakpoint
DELETE FROM "drizzle"."__drizzle_migrations" WHERE id = 75; -- expect: engine-ledger-touched
--> statement-breakpoint
DROP SCHEMA drizzle CASCADE; -- expect: engine-ledger-touched
