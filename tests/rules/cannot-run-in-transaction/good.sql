-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
CREATE INDEX users_mail ON users (email, id);
CREATE MATERIALIZED VIEW active AS SELECT id FROM users;
CREATE UNIQUE INDEX active_id ON active (id);
-- file: 0001_index.sql
-- Allowed in a transaction, whatever its name says.
REFRESH MATERIALIZED VIEW CONCURRENTLY active;
ANALYZE users;
--> statement-breakpoint
-- Behind an explicit COMMIT, in a chunk of its own.
COMMIT;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS users_email;--> statement-breakpoint
CREATE INDEX CONCURRENTLY users_email ON users (email);--> statement-breakpoint
BEGIN;
