-- file: 0000_init.sql
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
-- file: 0001_change.sql
CREATE OR REPLACE FUNCTION slug(t text, max int DEFAULT 40) RETURNS text LANGUAGE sql IMMUTABLE -- expect: function-signature-change
  AS 'SELECT left(lower(t), max)';
