-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid, parent_id uuid);
-- file: 0001_keys.sql
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action; -- expect: foreign-key-validates
ALTER TABLE orders ADD FOREIGN KEY (parent_id) REFERENCES orders; -- a label of the finding above
