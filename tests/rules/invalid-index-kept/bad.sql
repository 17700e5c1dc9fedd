-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, name text);
-- file: 0001_index.sql
COMMIT;--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email); -- expect: invalid-index-kept
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_name ON users (name);
--> statement-breakpoint
CREATE INDEX CONCURRENTLY ON users (name, id); -- expect: invalid-index-kept
--> statement-breakpoint
BEGIN;
