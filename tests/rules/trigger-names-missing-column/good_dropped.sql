-- file: 0000_init.sql
CREATE TABLE notes (id integer PRIMARY KEY, words text, seen boolean);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.seen := false; RETURN NEW; END $$;
CREATE TRIGGER notes_touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
-- file: 0001_trigger.sql
-- The trigger goes in the same migration.
-- hoglint: allow drop-column no code reads it
ALTER TABLE notes DROP COLUMN seen;
DROP TRIGGER notes_touch ON notes;
