-- file: 0000_init.sql
CREATE FUNCTION label(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'I' || n $$;
CREATE FUNCTION is_open(s text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'open' $$;
CREATE FUNCTION is_code(s text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN s <> ''; END $$;
CREATE TABLE invoices (
  id integer PRIMARY KEY,
  state text NOT NULL,
  code text CONSTRAINT invoices_code CHECK (is_code(code)),
  open boolean GENERATED ALWAYS AS (is_open(state)) STORED
);
CREATE UNIQUE INDEX invoices_label ON invoices (label(id));
CREATE INDEX invoices_labels ON invoices (state) WHERE label(id) <> 'I7';
-- file: 0001_change.sql
CREATE OR REPLACE FUNCTION label(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'R' || n $$; -- expect: stale-index
CREATE OR REPLACE FUNCTION is_open(s text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s IN ('open', 'new') $$; -- expect: stale-index
CREATE OR REPLACE FUNCTION public.is_code(s text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN length(s) > 3; END $$; -- expect: stale-index
