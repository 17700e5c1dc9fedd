-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (id uuid PRIMARY KEY, title text);
-- file: 0001_add.sql
ALTER TABLE users ADD COLUMN role text NOT NULL DEFAULT 'user';
ALTER TABLE users ALTER COLUMN role DROP DEFAULT; -- expect: new-required-column
-- Filled, and then required.
ALTER TABLE posts ADD COLUMN slug text;
UPDATE posts SET slug = title WHERE title IS NOT NULL; -- expect: ddl-with-backfill
ALTER TABLE posts ALTER COLUMN slug SET NOT NULL; -- expect: new-required-column
