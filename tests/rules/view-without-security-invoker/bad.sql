-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL, "total" numeric);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
-- file: 0001_view.sql
CREATE VIEW "totals" AS SELECT "tenant", sum("total") FROM "invoices" GROUP BY "tenant"; -- expect: view-without-security-invoker
