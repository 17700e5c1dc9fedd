-- What CASCADE takes of the table itself.
-- file: 0000_init.sql
CREATE TABLE invoices (id uuid PRIMARY KEY, tenant uuid, net numeric, gross numeric GENERATED ALWAYS AS (net * 1.19) STORED);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON invoices USING (tenant::text = current_setting('app.tenant'));
-- file: 0001_drop.sql
ALTER TABLE invoices DROP COLUMN tenant CASCADE; -- expect: drop-column
--> statement-breakpoint
ALTER TABLE invoices DROP COLUMN net CASCADE;
