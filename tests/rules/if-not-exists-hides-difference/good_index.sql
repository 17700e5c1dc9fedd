-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text);
CREATE INDEX users_email ON users (email);
CREATE INDEX users_lower ON users (lower(email)) WHERE nick <> '';
-- file: 0001_silent.sql
-- The same, in other words.
CREATE INDEX IF NOT EXISTS users_email ON public.users USING btree (email ASC);
-- Expressions and conditions may be the same in others.
CREATE INDEX IF NOT EXISTS users_lower ON users ((lower(email))) WHERE (nick <> ''::text);
-- A table that is new has a new name for its index.
CREATE TABLE notes (id uuid PRIMARY KEY, nick text);
CREATE INDEX IF NOT EXISTS notes_nick ON notes (nick);
-- The old one is dropped first.
DROP INDEX notes_nick;
CREATE UNIQUE INDEX IF NOT EXISTS notes_nick ON notes (nick, id);
