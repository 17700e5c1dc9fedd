-- ENABLE, but not for what code writes.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER users_late BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER replica BEFORE UPDATE OF id ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- file: 0001_replica.sql
ALTER TABLE users ENABLE REPLICA TRIGGER users_touch; -- expect: disable-trigger
-- These fire for what code writes.
ALTER TABLE users ENABLE ALWAYS TRIGGER users_late;
ALTER TABLE users ENABLE TRIGGER replica;
-- Off, and back for changes of a publisher alone.
ALTER TABLE users DISABLE TRIGGER users_late; -- expect: disable-trigger
ALTER TABLE users ENABLE REPLICA TRIGGER users_late; -- expect: disable-trigger
