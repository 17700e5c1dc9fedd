-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id uuid PRIMARY KEY, nick text);
CREATE INDEX users_nick ON users (nick);
CREATE POLICY everyone ON users USING (true);
-- file: 0001_silent.sql
-- No code names an index or a policy.
ALTER INDEX users_nick RENAME TO users_nick_idx;
ALTER POLICY everyone ON users RENAME TO all_rows;
-- The same batch has created them.
CREATE TYPE color AS ENUM ('red');
ALTER TYPE color RENAME TO colour;
ALTER TYPE mood ADD VALUE 'great';
CREATE VIEW v AS SELECT id FROM users;
ALTER VIEW v RENAME TO w;
-- Another type takes the old one's name in the same batch.
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great', 'fine');
