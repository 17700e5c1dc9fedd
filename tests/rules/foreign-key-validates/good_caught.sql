-- Older Drizzle wraps every foreign key in a DO block, so that it may be there already.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid CONSTRAINT orders_user REFERENCES users (id), total int CONSTRAINT orders_total CHECK (total > 0));
-- file: 0001_keys.sql
-- It is: the error is caught, and nothing is read.
DO $$ BEGIN
 ALTER TABLE "orders" ADD CONSTRAINT "orders_user" FOREIGN KEY ("user_id") REFERENCES "users"("id");
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
-- The same for a CHECK.
DO $$ BEGIN
 ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total > 0);
EXCEPTION
 WHEN others THEN null;
END $$;
