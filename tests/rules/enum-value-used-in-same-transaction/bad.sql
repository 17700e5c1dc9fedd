-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE notes (id uuid PRIMARY KEY, mood mood NOT NULL, title text);
CREATE VIEW titles AS SELECT title FROM notes;
-- file: 0001_happy.sql
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
ALTER TABLE notes ALTER COLUMN mood SET DEFAULT 'happy'; -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
INSERT INTO notes (id, mood, title) VALUES (gen_random_uuid(), 'happy', 'x'); -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS happy_notes ON notes (id) WHERE mood = 'happy'; -- expect: cannot-run-in-transaction, enum-value-used-in-same-transaction
--> statement-breakpoint
CREATE OR REPLACE VIEW titles AS SELECT title FROM notes WHERE mood IN ('ok', 'happy'); -- expect: enum-value-used-in-same-transaction
--> statement-breakpoint
SELECT 'happy'::mood; -- expect: enum-value-used-in-same-transaction
