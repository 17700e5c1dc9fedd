-- all
-- file: 0000_init.sql
CREATE TABLE notes (id integer PRIMARY KEY, touched_at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.touched_at := now(); RETURN NEW; END $$;
-- The function was another one then.
CREATE TRIGGER notes_touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
-- file: 0001_columns.sql
-- hoglint: allow rename-column nothing is deployed yet
ALTER TABLE notes RENAME COLUMN touched_at TO updated_at;
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
