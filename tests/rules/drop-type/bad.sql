-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE color AS ENUM ('red', 'green');
CREATE TYPE size AS ENUM ('s', 'm');
CREATE TABLE users (id uuid PRIMARY KEY, mood mood, color color);
-- file: 0001_drop.sql
-- Drizzle's way to remove a value.
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE text;--> statement-breakpoint
DROP TYPE mood; -- expect: drop-type
--> statement-breakpoint
CREATE TYPE mood AS ENUM ('sad', 'happy');--> statement-breakpoint
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE mood USING mood::mood;--> statement-breakpoint
-- Takes the column along.
DROP TYPE color CASCADE; -- expect: drop-type
--> statement-breakpoint
-- Nothing uses it any more.
DROP TYPE size; -- expect: drop-type
