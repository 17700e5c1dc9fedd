-- file: 0000_init.sql
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE FUNCTION area(w int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT w';
CREATE FUNCTION total(org text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- file: 0001_change.sql
CREATE OR REPLACE FUNCTION slug(t text, max int DEFAULT 40) RETURNS text LANGUAGE sql IMMUTABLE -- expect: function-signature-change
  AS 'SELECT left(lower(t), max)';
CREATE OR REPLACE FUNCTION area(w int, h int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT w * h'; -- expect: function-signature-change
-- An overload that nobody can call, nor the old one.
CREATE FUNCTION total(org text, since date DEFAULT '2000-01-01') RETURNS int LANGUAGE sql AS 'SELECT 1'; -- expect: function-signature-change
