-- file: 0000_init.sql
CREATE TABLE notes (id integer PRIMARY KEY, words text, touched_at timestamptz, version integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.touched_at := now();
  IF OLD.version IS NOT NULL THEN NEW.version := OLD.version + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notes_touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
-- file: 0001_tidy.sql
ALTER TABLE notes DROP COLUMN touched_at; -- expect: drop-column, trigger-names-missing-column
ALTER TABLE notes RENAME COLUMN version TO revision; -- expect: rename-column, trigger-names-missing-column
CREATE TABLE tasks (id integer PRIMARY KEY, words text);
CREATE TRIGGER tasks_touch BEFORE UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION touch(); -- expect: trigger-names-missing-column
