-- file: 0000_init.sql
CREATE TABLE notes (id uuid PRIMARY KEY, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE TABLE logs (id uuid PRIMARY KEY, owner text);
CREATE POLICY all_logs ON logs USING (owner = current_user);
-- file: 0001_silent.sql
-- A permissive policy only lets more through.
CREATE POLICY own ON notes USING (owner = current_user);
-- The same batch has created it.
ALTER POLICY own ON notes USING (owner = session_user);
-- Row security is off: the policy decides nothing.
ALTER POLICY all_logs ON logs USING (owner = session_user);
