-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
ALTER TABLE users ADD COLUMN name text;
ALTER TABLE users ADD COLUMN email text; -- expect: several-statements-in-chunk
ALTER TABLE users ADD COLUMN phone text;
