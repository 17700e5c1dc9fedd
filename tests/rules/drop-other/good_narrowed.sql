-- file: 0000_init.sql
CREATE ROLE app_rw;
CREATE ROLE staff;
GRANT staff TO app_rw;
CREATE TABLE secrets (id integer PRIMARY KEY, org text);
CREATE TABLE notes (id integer PRIMARY KEY, org text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER notes_touch BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY secrets_org ON secrets USING (org = current_user);
CREATE POLICY notes_org ON notes FOR SELECT USING (org = current_user);
GRANT SELECT, INSERT, UPDATE, DELETE ON secrets TO app_rw;
GRANT SELECT ON notes TO app_rw;
-- file: 0001_silent.sql
-- One policy for each command instead of one for all; app_rw is in staff.
DROP POLICY secrets_org ON secrets;
CREATE POLICY secrets_select ON secrets FOR SELECT TO staff USING (org = current_user);
CREATE POLICY secrets_insert ON secrets FOR INSERT TO staff WITH CHECK (org = current_user);
CREATE POLICY secrets_update ON secrets FOR UPDATE TO staff USING (org = current_user);
CREATE POLICY secrets_delete ON secrets FOR DELETE TO staff USING (org = current_user);
-- One that does more.
DROP POLICY notes_org ON notes;
CREATE POLICY notes_all ON notes USING (org = current_user);
-- Two triggers for the events of one.
DROP TRIGGER notes_touch ON notes;
CREATE TRIGGER notes_insert BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER notes_update BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
