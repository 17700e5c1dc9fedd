-- file: 0000_init.sql
CREATE SCHEMA billing;
CREATE TABLE billing.invoices (id uuid PRIMARY KEY);
CREATE TABLE billing.payments (id uuid PRIMARY KEY);
CREATE SCHEMA empty;
-- file: 0001_drop.sql
DROP SCHEMA billing CASCADE; -- expect: drop-schema
DROP SCHEMA empty; -- expect: drop-schema
