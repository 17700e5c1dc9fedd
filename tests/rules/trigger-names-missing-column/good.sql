-- file: 0000_init.sql
CREATE TABLE notes (id integer PRIMARY KEY, words text, seen boolean);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.seen := false; RETURN NEW; END $$;
CREATE TRIGGER notes_touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE tasks (id integer PRIMARY KEY, words text, state text);
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_TABLE_NAME = 'notes' THEN NEW.words := lower(NEW.words); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tasks_audit BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION audit();
-- file: 0001_functions.sql
-- A new body that does without, before or after the column goes.
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.words := trim(NEW.words); RETURN NEW; END $$;
-- hoglint: allow drop-column no code reads it
ALTER TABLE notes DROP COLUMN seen;
-- The function asks which table it is, and is another table's where it names the column.
-- hoglint: allow drop-column no code reads it
ALTER TABLE tasks DROP COLUMN words;
-- The column comes with a later statement.
CREATE TABLE drafts (id integer PRIMARY KEY);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.stamped_at := now(); RETURN NEW; END $$;
CREATE TRIGGER drafts_stamp BEFORE INSERT ON drafts FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE drafts ADD COLUMN stamped_at timestamptz;
