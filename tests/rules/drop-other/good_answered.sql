-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (id uuid PRIMARY KEY);
CREATE SEQUENCE invoices;
-- file: 0001_silent.sql
-- Made again in the same batch.
DROP SEQUENCE invoices;
CREATE SEQUENCE invoices START 1000;
-- What the files never create is not there.
DROP RULE IF EXISTS never_created ON posts;
DROP TRIGGER IF EXISTS never_created ON never_created;
DROP POLICY IF EXISTS never_created ON posts;
-- The same batch has created the table, or the function.
CREATE TABLE drafts (id uuid PRIMARY KEY);
CREATE FUNCTION total(n int) RETURNS int LANGUAGE sql AS 'SELECT n';
DROP FUNCTION total(int);
