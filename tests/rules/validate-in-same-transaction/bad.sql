-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid, total numeric);
-- file: 0001_keys.sql
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;--> statement-breakpoint
ALTER TABLE orders VALIDATE CONSTRAINT orders_user; -- expect: validate-in-same-transaction
--> statement-breakpoint
ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total > 0) NOT VALID;--> statement-breakpoint
ALTER TABLE orders VALIDATE CONSTRAINT total_positive; -- expect: validate-in-same-transaction
