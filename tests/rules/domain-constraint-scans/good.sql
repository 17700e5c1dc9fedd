-- file: 0000_init.sql
CREATE DOMAIN email AS text;
CREATE DOMAIN unused AS text;
CREATE TABLE users (id uuid PRIMARY KEY, email email);
-- file: 0001_silent.sql
-- NOT VALID reads nothing.
ALTER DOMAIN email ADD CONSTRAINT email_at CHECK (VALUE LIKE '%@%') NOT VALID;
-- No table has a column of it.
ALTER DOMAIN unused ADD CONSTRAINT unused_short CHECK (length(VALUE) < 10);
