-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN feeling AS mood;
CREATE TABLE notes (id uuid PRIMARY KEY, mood mood NOT NULL, title text);
CREATE TABLE drafts (id uuid PRIMARY KEY, title text);
-- file: 0001_happy.sql
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
INSERT INTO notes (id, mood, title) VALUES (gen_random_uuid(), 'ok', 'x') ON CONFLICT (id) DO UPDATE SET title = 'y' /* happy */, mood = 'happy'; -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
MERGE INTO notes USING drafts ON drafts.id = notes.id WHEN MATCHED THEN UPDATE SET mood = 'happy'; -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
ALTER DOMAIN feeling SET DEFAULT 'happy'; -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
ALTER DOMAIN feeling ADD CONSTRAINT not_happy CHECK (VALUE <> 'happy') NOT VALID; -- expect: enum-value-used-in-same-transaction
