-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_add.sql
ALTER TABLE users ADD COLUMN role text NOT NULL DEFAULT 'user';
ALTER TABLE users ALTER COLUMN role DROP DEFAULT; -- expect: new-required-column
ALTER TABLE users ADD COLUMN team text;
UPDATE users SET team = 'none' WHERE id IS NOT NULL;
ALTER TABLE users ALTER COLUMN team SET NOT NULL; -- expect: new-required-column, set-not-null
