-- PostgreSQL numbers the names that it chooses, and NO INHERIT stays.
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric CHECK (total > 0), state text);
CREATE TABLE notes (id uuid PRIMARY KEY, body text);
-- file: 0001_checks.sql
ALTER TABLE orders ADD CHECK (total < 100 AND total <> 50); -- expect: check-validates
ALTER TABLE notes ADD CONSTRAINT notes_body CHECK (body <> '') NO INHERIT, -- expect: check-validates
  ADD CHECK (length(body) < 100), ADD CHECK (body <> 'x');
