-- file: 0000_init.sql
CREATE DOMAIN email AS text;
CREATE TABLE users (id uuid PRIMARY KEY, email email);
CREATE TABLE invitations (id uuid PRIMARY KEY, sent_to email);
-- file: 0001_domain.sql
ALTER DOMAIN email ADD CONSTRAINT email_at CHECK (VALUE LIKE '%@%'); -- expect: domain-constraint-scans
ALTER DOMAIN email SET NOT NULL; -- expect: domain-constraint-scans
