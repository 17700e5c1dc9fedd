-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX users_id_email ON users (id, email);
-- file: 0001_silent.sql
-- The same batch has created the table, whether it holds rows by now or not: nobody waits for it.
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
INSERT INTO orders (id, total) VALUES ('00000000-0000-0000-0000-000000000000', 1);
CREATE INDEX orders_total ON orders (total);
-- It exists already, and IF NOT EXISTS does nothing.
CREATE INDEX IF NOT EXISTS users_id_email ON users (id, email);
-- ON ONLY builds nothing: the partitions' indexes are attached one by one.
CREATE INDEX events_id ON ONLY events (id);
--> statement-breakpoint
-- Outside a transaction, as CONCURRENTLY needs it.
COMMIT;
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS users_email;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY users_email ON users (email);
--> statement-breakpoint
BEGIN;
