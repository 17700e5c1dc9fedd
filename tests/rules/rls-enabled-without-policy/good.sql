-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
--> statement-breakpoint
CREATE TABLE "orders" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
--> statement-breakpoint
CREATE POLICY "own" ON "orders" USING ("tenant"::text = current_setting('app.tenant'));
-- file: 0001_rls.sql
-- The policy follows in the same transaction.
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
--> statement-breakpoint
-- It has been there for longer.
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Nobody reads a new table yet: to deny everything at first is a good beginning.
CREATE TABLE "secrets" ("id" uuid PRIMARY KEY);
--> statement-breakpoint
ALTER TABLE "secrets" ENABLE ROW LEVEL SECURITY;
