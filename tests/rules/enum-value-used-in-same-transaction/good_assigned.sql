-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN feeling AS mood;
CREATE TABLE notes (id uuid PRIMARY KEY, mood mood NOT NULL, title text);
CREATE TABLE drafts (id uuid PRIMARY KEY, title text);
-- file: 0001_happy.sql
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
-- Another value, and the word in a text.
INSERT INTO notes (id, mood, title) VALUES (gen_random_uuid(), 'ok', 'x') ON CONFLICT (id) DO UPDATE SET mood = 'sad', title = 'happy';
--> statement-breakpoint
-- A text again.
MERGE INTO notes USING drafts ON drafts.id = notes.id WHEN MATCHED AND drafts.title = 'happy' THEN UPDATE SET title = 'happy', mood = 'ok';
--> statement-breakpoint
-- A value that is there.
ALTER DOMAIN feeling SET DEFAULT 'sad';
