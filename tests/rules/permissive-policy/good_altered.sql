-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
--> statement-breakpoint
CREATE POLICY "read" ON "invoices" FOR SELECT USING ("tenant" IS NULL);
--> statement-breakpoint
CREATE POLICY "service" ON "invoices" TO service_role USING ("tenant" IS NULL);
--> statement-breakpoint
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
--> statement-breakpoint
CREATE POLICY "anyone" ON "invoices" USING (true);
-- file: 0001_policies.sql
-- Everybody may read.
ALTER POLICY "read" ON "invoices" USING (true);
--> statement-breakpoint
-- One role.
ALTER POLICY "service" ON "invoices" USING (true);
--> statement-breakpoint
ALTER POLICY "own" ON "invoices" TO service_role USING (true) WITH CHECK (true);
--> statement-breakpoint
-- What is read is one thing, what is written another.
ALTER POLICY "service" ON "invoices" TO public WITH CHECK ("tenant" IS NULL);
--> statement-breakpoint
-- It was so before.
ALTER POLICY "anyone" ON "invoices" USING (true);
