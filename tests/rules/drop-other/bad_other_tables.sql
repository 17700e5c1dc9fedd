-- What is made or dropped elsewhere answers for nothing here.
-- file: 0000_init.sql
CREATE EXTENSION hstore;
CREATE TABLE users (id uuid PRIMARY KEY, a int);
CREATE TABLE posts (id uuid PRIMARY KEY, a int);
CREATE TABLE drafts (id uuid PRIMARY KEY);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION total(n int) RETURNS int LANGUAGE sql AS 'SELECT n';
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE users_keep AS ON DELETE TO users DO INSTEAD NOTHING;
CREATE RULE posts_keep AS ON DELETE TO posts DO INSTEAD NOTHING;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY users_own ON users USING (id IS NOT NULL);
CREATE SEQUENCE invoices;
-- file: 0001_drop.sql
DROP TRIGGER users_touch ON users; -- expect: drop-other
CREATE TRIGGER posts_touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
DROP POLICY users_own ON users; -- expect: drop-other
CREATE POLICY drafts_own ON drafts USING (id IS NOT NULL);
DROP RULE users_keep ON users; -- expect: drop-other
CREATE RULE users_other AS ON DELETE TO users DO INSTEAD NOTHING;
CREATE RULE users_keep AS ON DELETE TO drafts DO INSTEAD NOTHING;
DROP SEQUENCE invoices; -- expect: drop-other
CREATE SEQUENCE receipts;
-- It is no trigger function.
DROP FUNCTION total(int); -- expect: drop-other
ALTER TABLE users ADD COLUMN b int;
-- The second rule is told with the first.
DROP RULE posts_keep ON posts;
DROP EXTENSION hstore; -- expect: drop-other
DROP SUBSCRIPTION changes; -- expect: drop-other
