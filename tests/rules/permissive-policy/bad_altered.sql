-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own" ON "invoices" USING ("tenant"::text = current_setting('app.tenant'));
--> statement-breakpoint
CREATE POLICY "add" ON "invoices" FOR INSERT TO billing WITH CHECK (true);
-- file: 0001_policies.sql
-- As drizzle-kit writes it: with all that the policy is to be.
ALTER POLICY "own" ON "invoices" TO public USING (true); -- expect: permissive-policy
--> statement-breakpoint
ALTER POLICY "add" ON "invoices" TO public; -- expect: permissive-policy
