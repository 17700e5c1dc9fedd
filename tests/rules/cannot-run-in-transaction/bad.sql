-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
CREATE INDEX users_mail ON users (email);
-- file: 0001_index.sql
CREATE INDEX CONCURRENTLY users_email ON users (email); -- expect: cannot-run-in-transaction
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS users_mail; -- expect: cannot-run-in-transaction
--> statement-breakpoint
VACUUM (ANALYZE) users; -- expect: cannot-run-in-transaction
