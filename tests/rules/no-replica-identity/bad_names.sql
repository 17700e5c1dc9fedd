-- Names in quotes and schemas, tables that are renamed, and publications that no file creates.
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE app."Audit Log" (at timestamptz, "What" text);
CREATE TABLE app.visits (at timestamptz);
CREATE TABLE old_name (id int PRIMARY KEY);
CREATE PUBLICATION changes FOR TABLE old_name;
ALTER TABLE old_name RENAME TO new_name;
ALTER PUBLICATION changes RENAME TO all_changes;
CREATE PUBLICATION gone FOR ALL TABLES;
DROP PUBLICATION gone;
-- file: 0001_publish.sql
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_publication WHERE pubname = 'realtime') THEN
    CREATE PUBLICATION realtime;
  END IF;
END $$;
ALTER PUBLICATION realtime ADD TABLE ONLY app."Audit Log"; -- expect: no-replica-identity
CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA app WITH (publish = 'delete'); -- expect: no-replica-identity
ALTER TABLE new_name REPLICA IDENTITY NOTHING; -- expect: no-replica-identity
-- A publication without UPDATE and DELETE until it is told otherwise.
CREATE TABLE clicks (at timestamptz);
CREATE PUBLICATION news FOR TABLE clicks WITH (publish = 'insert');
ALTER PUBLICATION news SET (publish = 'insert, update'); -- expect: no-replica-identity
