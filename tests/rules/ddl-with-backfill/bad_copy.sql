-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total numeric, state text);
-- file: 0001_archive.sql
CREATE INDEX orders_state_idx ON orders (state); -- expect: create-index-blocks
--> statement-breakpoint
CREATE TABLE archive (id bigint PRIMARY KEY, total numeric);
--> statement-breakpoint
-- Only writers of orders wait: SHARE.
INSERT INTO archive SELECT id, total FROM orders; -- expect: ddl-with-backfill
