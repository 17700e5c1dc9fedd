-- Who has the type, and which values go.
-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TABLE users (id uuid PRIMARY KEY, mood mood, size size);
-- file: 0001_users.sql
-- A value with a quote in it goes. The new table has no rows, and the new column none either.
CREATE TABLE drafts (id uuid PRIMARY KEY, mood mood);
CREATE TYPE mood_new AS ENUM ('sad', 'happy');
ALTER TABLE users ALTER COLUMN mood TYPE mood_new USING mood::text::mood_new;
ALTER TABLE drafts ALTER COLUMN mood TYPE mood_new USING mood::text::mood_new;
ALTER TABLE users ADD COLUMN second_mood mood_new;
DROP TYPE mood; -- expect: enum-recreation
ALTER TYPE mood_new RENAME TO mood;
-- Two values go and one comes: none of them is a new name for another.
CREATE TYPE size_new AS ENUM ('s', 'xl');
ALTER TABLE users ALTER COLUMN size TYPE size_new USING size::text::size_new;
DROP TYPE size; -- expect: enum-recreation
ALTER TYPE size_new RENAME TO size;
