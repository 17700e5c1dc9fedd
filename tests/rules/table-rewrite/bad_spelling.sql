-- file: 0000_init.sql
CREATE TABLE workflow (id integer PRIMARY KEY, state text);
-- file: 0001_json.sql
ALTER TABLE workflow ALTER COLUMN state TYPE JSON USING STATE :: JSON; -- expect: table-rewrite
