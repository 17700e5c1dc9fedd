-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, name text, town text);
CREATE TABLE notes (id uuid PRIMARY KEY, body text);
-- file: 0001_index.sql
-- The index is dropped behind it, not before.
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email); -- expect: invalid-index-kept
DROP INDEX CONCURRENTLY IF EXISTS users_email;
-- What is named before it is no DROP.
COMMENT ON INDEX users_town IS 'by town';
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_town ON users (town);
-- Not CONCURRENTLY: it is all there, or nothing is.
CREATE INDEX IF NOT EXISTS notes_body ON notes (body); -- expect: create-index-blocks
-- Nameless, and then nothing more is to be said about it.
CREATE INDEX CONCURRENTLY ON notes (body, id); -- expect: invalid-index-kept
