-- What a new column has beside its values comes after them.
-- file: 0000_init.sql
CREATE TABLE orgs (id integer PRIMARY KEY);
CREATE TABLE a (v text);
CREATE TABLE b (v text);
-- file: 0001_columns.sql
ALTER TABLE a ADD COLUMN id serial PRIMARY KEY; -- expect: table-rewrite
ALTER TABLE b ADD COLUMN org integer DEFAULT floor(random() * 3) UNIQUE CHECK (org >= 0) REFERENCES orgs (id); -- expect: table-rewrite, foreign-key-validates
