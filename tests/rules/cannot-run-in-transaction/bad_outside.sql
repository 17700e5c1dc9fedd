-- Which transaction it is: the runner's, the file's, one that BEGIN opened, or the chunk's own.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_begin.sql
BEGIN;--> statement-breakpoint
COMMIT;--> statement-breakpoint
BEGIN;--> statement-breakpoint
CREATE INDEX CONCURRENTLY ON users (email);--> statement-breakpoint -- expect: cannot-run-in-transaction
COMMIT;
