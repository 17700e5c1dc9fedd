-- The name that PostgreSQL would choose is another constraint's.
-- file: 0000_init.sql
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE users (id uuid PRIMARY KEY, email email);
-- file: 0001_domain.sql
ALTER DOMAIN email ADD CHECK (length(VALUE) < 200); -- expect: domain-constraint-scans
