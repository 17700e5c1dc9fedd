-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text, tags text[]);
CREATE TABLE teams (id uuid PRIMARY KEY, nick text);
CREATE INDEX users_email ON users (email);
CREATE INDEX by_nick ON users (nick);
CREATE INDEX users_tags ON users (tags);
CREATE INDEX users_named ON users (nick) WHERE nick IS NOT NULL;
-- file: 0001_index.sql
-- What relies on it gets no uniqueness.
CREATE UNIQUE INDEX IF NOT EXISTS users_email ON users (email); -- expect: if-not-exists-hides-difference
-- Indexes of a schema share their names.
CREATE INDEX IF NOT EXISTS by_nick ON teams (nick); -- expect: if-not-exists-hides-difference
CREATE INDEX IF NOT EXISTS users_tags ON users USING gin (tags); -- expect: if-not-exists-hides-difference
CREATE INDEX IF NOT EXISTS users_named ON users (nick DESC, email); -- expect: if-not-exists-hides-difference
CREATE INDEX IF NOT EXISTS teams ON teams (nick); -- expect: if-not-exists-hides-difference
