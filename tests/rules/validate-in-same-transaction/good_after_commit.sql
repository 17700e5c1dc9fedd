-- After an explicit COMMIT every chunk of one statement commits by itself.
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
-- file: 0001_silent.sql
COMMIT;
--> statement-breakpoint
ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID;
--> statement-breakpoint
ALTER TABLE orders VALIDATE CONSTRAINT positive;
