-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE notes (id uuid PRIMARY KEY, mood mood NOT NULL, title text);
-- file: 0001_happy.sql
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
-- The same word as a text.
INSERT INTO notes (id, mood, title) VALUES (gen_random_uuid(), 'ok', 'happy');--> statement-breakpoint
UPDATE notes SET mood = 'ok' WHERE title = 'happy';--> statement-breakpoint
SELECT id FROM notes WHERE mood::text = 'happy';--> statement-breakpoint
-- It was there before: nothing is new.
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';--> statement-breakpoint
ALTER TABLE notes ALTER COLUMN mood SET DEFAULT 'ok';--> statement-breakpoint
-- A type that the transaction creates, with all its values.
CREATE TYPE size AS ENUM ('s', 'm');--> statement-breakpoint
CREATE TABLE shirts (id uuid PRIMARY KEY, size size NOT NULL DEFAULT 'm');--> statement-breakpoint
-- From PostgreSQL 17 on also one that is added to it.
ALTER TYPE size ADD VALUE 'l';--> statement-breakpoint
INSERT INTO shirts (id, size) VALUES (gen_random_uuid(), 'l');--> statement-breakpoint
-- Committed before it is used.
COMMIT;--> statement-breakpoint
BEGIN;--> statement-breakpoint
INSERT INTO notes (id, mood) VALUES (gen_random_uuid(), 'happy');
