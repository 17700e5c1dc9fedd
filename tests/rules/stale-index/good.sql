-- file: 0000_init.sql
CREATE FUNCTION label(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'I' || n $$;
CREATE FUNCTION other(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'I' || n $$;
CREATE FUNCTION many(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'I' || n $$;
CREATE FUNCTION many(n text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'I' || n $$;
CREATE FUNCTION anew(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'I' || n $$;
CREATE FUNCTION built(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'I' || n $$;
CREATE TABLE invoices (id integer PRIMARY KEY);
CREATE INDEX invoices_label ON invoices (label(id));
CREATE INDEX invoices_many ON invoices (many(id));
CREATE INDEX invoices_anew ON invoices (anew(id));
CREATE INDEX invoices_built ON invoices (built(id));
-- file: 0001_silent.sql
-- The same body, with other blanks and a comment.
CREATE OR REPLACE FUNCTION label(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  -- the label
  SELECT 'I' || n
$$;
-- Nothing was made with it.
CREATE OR REPLACE FUNCTION other(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'R' || n $$;
-- Which of the two the index calls is not known.
CREATE OR REPLACE FUNCTION many(n text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'R' || n $$;
-- The batch drops what was made with it.
CREATE OR REPLACE FUNCTION anew(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'R' || n $$;
DROP INDEX invoices_anew;
-- Likewise.
CREATE OR REPLACE FUNCTION built(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'R' || n $$;
DROP INDEX invoices_built;
