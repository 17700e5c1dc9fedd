-- file: 0000_init.sql
CREATE EXTENSION citext;
CREATE TABLE users (id uuid PRIMARY KEY, email citext);
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER users_log BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE SEQUENCE invoice_number;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (id IS NOT NULL);
-- file: 0001_drop.sql
DROP FUNCTION slug(text); -- expect: drop-other
DROP TRIGGER users_touch ON users; -- expect: drop-other
DROP POLICY own ON users; -- expect: drop-other
DROP SEQUENCE invoice_number; -- expect: drop-other
DROP EXTENSION citext CASCADE; -- expect: drop-other
DROP FUNCTION touch() CASCADE; -- expect: drop-other
DROP PUBLICATION changes; -- expect: drop-other
