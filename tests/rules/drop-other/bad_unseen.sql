-- Policies that a loop makes: which ones is not known, so that nothing is called missing.
-- file: 0000_init.sql
CREATE TABLE notes (id integer PRIMARY KEY, org text);
CREATE TABLE logs (id integer PRIMARY KEY, org text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE logs ENABLE ROW LEVEL SECURITY;
CREATE POLICY notes_org ON notes USING (org = current_user);
CREATE POLICY logs_org ON logs USING (org = current_user);
-- file: 0001_policies.sql
DROP POLICY notes_org ON notes;
CREATE POLICY notes_read ON notes FOR SELECT USING (org = current_user);
DO $$
DECLARE command text;
BEGIN
  FOREACH command IN ARRAY ARRAY['UPDATE', 'DELETE'] LOOP
    EXECUTE format('CREATE POLICY %I ON notes FOR %s USING (true)', 'notes_' || command, command);
  END LOOP;
END $$;
-- None at all is made for this one that can be seen.
DROP POLICY logs_org ON logs; -- expect: drop-other
