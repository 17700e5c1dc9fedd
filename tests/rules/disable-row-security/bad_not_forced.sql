-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
-- file: 0001_open.sql
ALTER TABLE "invoices" NO FORCE ROW LEVEL SECURITY; -- expect: disable-row-security
