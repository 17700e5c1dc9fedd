-- What is made again, or made anew in another way, is no finding; one trigger goes for good.
-- file: 0000_init.sql
CREATE EXTENSION citext;
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE RULE users_keep AS ON DELETE TO users DO INSTEAD NOTHING;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- file: 0001_drop.sql
DROP TRIGGER users_touch ON users; -- expect: drop-other
DROP RULE users_keep ON users;
CREATE RULE users_keep AS ON DELETE TO users DO INSTEAD NOTHING;
DROP EXTENSION citext;
CREATE EXTENSION citext;
CREATE PUBLICATION all_changes FOR ALL TABLES;
DROP PUBLICATION changes;
-- Nobody calls the function of an event trigger.
DROP FUNCTION on_ddl();
-- The files never create it.
DROP EXTENSION IF EXISTS hstore;
