-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
CREATE INDEX users_mail ON users (email);
-- file: 0001_begin.sql
COMMIT;--> statement-breakpoint
BEGIN;--> statement-breakpoint
-- BEGIN opened another one.
DROP INDEX CONCURRENTLY users_mail;--> statement-breakpoint -- expect: cannot-run-in-transaction
-- A COMMIT in a DO block ends nothing for the statements behind it, and is refused.
DO $$ BEGIN COMMIT; END $$;--> statement-breakpoint -- expect: cannot-run-in-transaction
CREATE INDEX CONCURRENTLY users_email ON users (email); -- expect: cannot-run-in-transaction
