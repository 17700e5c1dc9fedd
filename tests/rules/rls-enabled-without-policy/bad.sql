-- file: 0000_init.sql
CREATE TABLE "invoices" ("id" uuid PRIMARY KEY, "tenant" uuid NOT NULL);
-- file: 0001_rls.sql
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY; -- expect: rls-enabled-without-policy
