-- Policies and triggers whose place others take that do less.
-- file: 0000_init.sql
DO $$ BEGIN CREATE ROLE app_rw; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE reporting; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE secrets (id integer PRIMARY KEY, org text);
CREATE TABLE notes (id integer PRIMARY KEY, org text, updated_at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at := now(); RETURN NEW; END';
CREATE TRIGGER notes_touch BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY secrets_org ON secrets USING (org = current_user);
CREATE POLICY notes_org ON notes USING (org = current_user);
CREATE POLICY notes_live ON notes AS RESTRICTIVE FOR DELETE USING (id > 0);
GRANT SELECT, INSERT, UPDATE, DELETE ON secrets, notes TO app_rw;
GRANT SELECT ON notes TO reporting;
-- file: 0001_narrower.sql
DROP POLICY secrets_org ON secrets; -- expect: drop-other
CREATE POLICY secrets_read ON secrets FOR SELECT TO reporting USING (true);
DROP POLICY notes_org ON notes; -- expect: drop-other
CREATE POLICY notes_team ON notes TO reporting USING (org = 'team');
DROP POLICY notes_live ON notes; -- expect: drop-other
DROP TRIGGER notes_touch ON notes; -- expect: drop-other
CREATE TRIGGER notes_created BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION touch();
