-- The ALTER TYPE stays as it is written.
-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'fine');
CREATE TABLE users (id uuid PRIMARY KEY, mood mood);
-- file: 0001_use.sql
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'happy' BEFORE 'fine';--> statement-breakpoint
ALTER TABLE users ALTER COLUMN mood SET DEFAULT 'happy'; -- expect: enum-value-used-in-same-transaction
