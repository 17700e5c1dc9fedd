-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_more.sql
-- The block may end before it gets there.
DO $$ BEGIN
  PERFORM 1 FROM pg_tables WHERE tablename = 'users';
  IF FOUND THEN RETURN; END IF;
  CREATE TABLE users (id uuid PRIMARY KEY);
END $$;
