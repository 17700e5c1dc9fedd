-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL, "total" numeric);
--> statement-breakpoint
CREATE TABLE "products" ("id" uuid PRIMARY KEY, "name" text);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
-- file: 0001_view.sql
-- The policies hold for whoever reads the view.
CREATE VIEW "totals" WITH (security_invoker = true) AS
SELECT "tenant", sum("total") FROM "invoices" GROUP BY "tenant";
--> statement-breakpoint
-- No policies to get past.
CREATE VIEW "names" AS SELECT "name" FROM "products";
--> statement-breakpoint
-- Written out, it is meant.
CREATE VIEW "all_totals" WITH (security_invoker = off) AS SELECT "total" FROM "invoices";
