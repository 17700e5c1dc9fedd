-- A unique index keeps the data whole as a constraint does.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text, gone boolean);
CREATE UNIQUE INDEX users_email_idx ON users (email);
CREATE UNIQUE INDEX users_nick_idx ON users (lower(nick));
-- file: 0001_drop.sql
DROP INDEX users_email_idx; -- expect: drop-constraint
DROP INDEX IF EXISTS users_nick_idx; -- expect: drop-constraint
