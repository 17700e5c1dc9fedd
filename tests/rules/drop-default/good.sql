-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, role text NOT NULL DEFAULT 'user', nick text DEFAULT '', n int NOT NULL);
-- file: 0001_silent.sql
-- It may be NULL: the INSERT works.
ALTER TABLE users ALTER COLUMN nick DROP DEFAULT;
-- It has none.
ALTER TABLE users ALTER COLUMN n DROP DEFAULT;
-- The batch sets it again.
ALTER TABLE users ALTER COLUMN role DROP DEFAULT;
ALTER TABLE users ALTER COLUMN role SET DEFAULT 'guest';
