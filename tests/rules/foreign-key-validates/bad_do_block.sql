-- Older Drizzle wraps every foreign key in a DO block.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid);
-- file: 0001_keys.sql
DO $$ BEGIN
 ALTER TABLE "orders" ADD CONSTRAINT "orders_user" FOREIGN KEY ("user_id") REFERENCES "users"("id"); -- expect: foreign-key-validates
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
