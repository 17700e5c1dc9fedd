-- A column that may have been given the name.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, nick text);
CREATE TABLE posts (id uuid PRIMARY KEY, nick text);
-- file: 0001_drop.sql
DO $$ BEGIN
  IF EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'name') THEN
    ALTER TABLE users RENAME COLUMN name TO label; -- expect: rename-column
  END IF;
END $$;
ALTER TABLE users DROP COLUMN IF EXISTS name; -- expect: drop-column
-- Of the other table nothing was renamed, and it has no such column.
ALTER TABLE posts DROP COLUMN IF EXISTS name;
