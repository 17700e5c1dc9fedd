-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, a int, b int);
CREATE TABLE posts (id uuid PRIMARY KEY);
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql AS 'SELECT t';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION unused() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY own ON posts USING (id IS NOT NULL);
-- file: 0001_silent.sql
-- Replaced in the same batch.
DROP FUNCTION slug(text);
CREATE FUNCTION slug(t text, n int DEFAULT 0) RETURNS text LANGUAGE sql AS 'SELECT t';
DROP TRIGGER users_touch ON users;
CREATE TRIGGER users_touch BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- Nobody calls a trigger function, and no trigger uses this one.
DROP FUNCTION unused();
-- Row security is off: the policy decides nothing.
DROP POLICY own ON posts;
-- The files begin at the beginning and never create them: nothing is dropped.
DROP TRIGGER IF EXISTS never_created ON users;
DROP FUNCTION IF EXISTS never_created();
DROP SEQUENCE IF EXISTS never_created;
-- The same batch has created it.
CREATE SEQUENCE numbers;
DROP SEQUENCE numbers;
