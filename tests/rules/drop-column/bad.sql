-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text);
CREATE UNIQUE INDEX users_email_idx ON users (email);
-- file: 0001_drop.sql
ALTER TABLE users DROP COLUMN email; -- expect: drop-column
ALTER TABLE users ADD COLUMN handle text,
  DROP COLUMN "nick" CASCADE; -- expect: drop-column
