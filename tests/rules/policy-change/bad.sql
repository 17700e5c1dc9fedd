-- file: 0000_init.sql
CREATE TABLE notes (id uuid PRIMARY KEY, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user);
-- file: 0001_change.sql
ALTER POLICY own ON notes USING (owner = current_user OR owner = ''); -- expect: policy-change
CREATE POLICY live ON notes AS RESTRICTIVE USING (id IS NOT NULL); -- expect: policy-change
ALTER TABLE notes FORCE ROW LEVEL SECURITY; -- expect: policy-change
