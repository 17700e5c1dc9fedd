-- What CREATE VIEW does not say again is gone.
-- file: 0000_init.sql
CREATE TABLE invoices (id uuid PRIMARY KEY, tenant uuid NOT NULL, total numeric);
CREATE TABLE products (id uuid PRIMARY KEY, name text);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON invoices USING (tenant::text = current_setting('app.tenant'));
CREATE VIEW totals AS SELECT tenant, total FROM invoices;
ALTER VIEW totals SET (security_invoker = on);
CREATE VIEW names WITH (security_invoker) AS SELECT name FROM products;
-- file: 0001_view.sql
DROP VIEW totals;
CREATE VIEW totals AS SELECT tenant, total FROM invoices WHERE total > 0; -- expect: view-without-security-invoker
CREATE OR REPLACE VIEW names AS SELECT name FROM products WHERE name <> ''; -- expect: view-without-security-invoker
