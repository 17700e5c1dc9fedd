-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE notes (id integer PRIMARY KEY, mood mood);
-- file: 0001_happy.sql
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
-- Texts are compared, whatever the cast looks like.
SELECT id FROM notes WHERE mood :: TEXT = 'happy';
