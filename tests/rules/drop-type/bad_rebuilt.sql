-- The ways to remove a value from an enum; the first is Drizzle's.
-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE color AS ENUM ('red', 'green');
CREATE TYPE size AS ENUM ('s', 'm');
CREATE TABLE users (id uuid PRIMARY KEY, mood mood);
-- file: 0001_rebuild.sql
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE text; -- expect: table-rewrite
--> statement-breakpoint
DROP TYPE mood; -- expect: drop-type
--> statement-breakpoint
CREATE TYPE mood AS ENUM ('sad', 'happy');--> statement-breakpoint
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE mood USING mood::mood; -- expect: table-rewrite
--> statement-breakpoint
ALTER TYPE color RENAME TO color_old;--> statement-breakpoint
CREATE TYPE color AS ENUM ('red');--> statement-breakpoint
DROP TYPE color_old; -- expect: drop-type
--> statement-breakpoint
CREATE TYPE size_new AS ENUM ('s', 'm', 'l');--> statement-breakpoint
DROP TYPE size; -- expect: drop-type
--> statement-breakpoint
ALTER TYPE size_new RENAME TO size;
