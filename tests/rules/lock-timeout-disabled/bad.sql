-- runner: hogsend
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_wait.sql
SET lock_timeout = 0; -- expect: lock-timeout-disabled
ALTER TABLE orders ADD COLUMN note text;--> statement-breakpoint
SET LOCAL lock_timeout = '5s';--> statement-breakpoint
RESET lock_timeout; -- expect: lock-timeout-disabled
--> statement-breakpoint
ALTER TABLE orders ADD COLUMN total numeric;
