-- The view is there already.
-- file: 0000_init.sql
CREATE TABLE invoices (id uuid PRIMARY KEY, tenant uuid NOT NULL, total numeric);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON invoices USING (tenant::text = current_setting('app.tenant'));
CREATE VIEW totals WITH (security_invoker = true) AS SELECT tenant, total FROM invoices;
-- file: 0001_view.sql
CREATE OR REPLACE VIEW totals AS SELECT tenant, total, id FROM invoices; -- expect: view-without-security-invoker
