-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
-- file: 0001_policies.sql
-- Everybody may read: many tables are like that.
CREATE POLICY "read" ON "invoices" FOR SELECT USING (true);
--> statement-breakpoint
-- One role, by its name.
CREATE POLICY "service" ON "invoices" TO service_role USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Own rows only.
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
--> statement-breakpoint
-- A restrictive policy only takes away.
CREATE POLICY "always" ON "invoices" AS RESTRICTIVE USING (true);
