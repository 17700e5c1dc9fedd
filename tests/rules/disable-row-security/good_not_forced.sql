-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
--> statement-breakpoint
CREATE TABLE "plain" ("id" uuid PRIMARY KEY);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "plain" FORCE ROW LEVEL SECURITY;
-- file: 0001_silent.sql
-- It never was forced.
ALTER TABLE "invoices" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Row security is off: there is nothing to force.
ALTER TABLE "plain" NO FORCE ROW LEVEL SECURITY;
