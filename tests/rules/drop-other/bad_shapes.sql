-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, a int);
CREATE TABLE posts (id uuid PRIMARY KEY, a int);
CREATE VIEW names AS SELECT id FROM users;
CREATE RULE names_rule AS ON INSERT TO names DO INSTEAD NOTHING;
CREATE FUNCTION total(n int) RETURNS int LANGUAGE sql AS 'SELECT n';
CREATE FUNCTION total(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n';
CREATE FUNCTION mixed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION mixed(n int) RETURNS int LANGUAGE sql AS 'SELECT n';
CREATE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM posts';
CREATE AGGREGATE summed (int) (SFUNC = int4pl, STYPE = int);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER posts_touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER posts_again BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE secrets (id uuid PRIMARY KEY);
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
CREATE POLICY secrets_own ON secrets USING (id IS NOT NULL);
CREATE EXTENSION citext;
-- file: 0001_drop.sql
DROP FUNCTION total(int); -- expect: drop-other
-- One of the two is no trigger function.
DROP ROUTINE mixed(int); -- expect: drop-other
DROP PROCEDURE tidy(); -- expect: drop-other
DROP AGGREGATE summed (int); -- expect: drop-other
DROP OPERATOR === (int, int); -- expect: drop-other
-- Of a table that no file creates, nothing is known.
DROP TRIGGER people_touch ON people; -- expect: drop-other, will-fail
DROP POLICY IF EXISTS people_own ON people; -- expect: drop-other
DROP POLICY secrets_own ON secrets; -- a label of the finding above
DROP EXTENSION IF EXISTS citext; -- expect: drop-other
-- A column of the table goes: that is said.
DROP TRIGGER posts_touch ON posts;
ALTER TABLE posts DROP COLUMN a; -- expect: drop-column
-- A rule of a view that goes.
DROP RULE names_rule ON names;
DROP VIEW names; -- expect: drop-view
DROP SUBSCRIPTION changes; -- the subscription comes back below
CREATE SUBSCRIPTION changes CONNECTION 'dbname=x' PUBLICATION p; -- expect: cannot-run-in-transaction
