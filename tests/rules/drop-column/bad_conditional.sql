-- Whether the branch has run is not known: the column may have either name.
-- file: 0000_init.sql
CREATE TABLE logs (id uuid PRIMARY KEY, metadata jsonb);
-- file: 0001_rename.sql
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM information_schema.columns WHERE column_name = 'metadata') THEN
    ALTER TABLE logs RENAME COLUMN metadata TO execution_data; -- expect: rename-column
  END IF;
END $$;
ALTER TABLE logs DROP COLUMN IF EXISTS metadata; -- expect: drop-column
