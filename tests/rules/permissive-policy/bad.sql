-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
-- file: 0001_policies.sql
CREATE POLICY "anyone" ON "invoices" USING (true); -- expect: permissive-policy
--> statement-breakpoint
CREATE POLICY "add" ON "invoices" FOR INSERT WITH CHECK (true); -- expect: permissive-policy
