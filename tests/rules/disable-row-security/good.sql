-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
--> statement-breakpoint
CREATE TABLE "plain" ("id" uuid PRIMARY KEY);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
-- file: 0001_open.sql
-- Off and on again within one transaction: nobody reads meanwhile.
ALTER TABLE "invoices" DISABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- It was never on.
ALTER TABLE "plain" DISABLE ROW LEVEL SECURITY;
