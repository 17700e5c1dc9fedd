-- all
-- file: 0000_init.sql
CREATE TABLE orders (id bigint PRIMARY KEY, amount integer);
-- file: 0001_expand.sql
-- Expand: a column beside the old one, which a trigger keeps filled.
ALTER TABLE orders ADD COLUMN amount_new bigint;
--> statement-breakpoint
CREATE FUNCTION orders_amount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.amount_new := NEW.amount;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER orders_amount BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_amount();
-- file: 0002_migrate.sql
-- Migrate: a batch of old rows.
UPDATE orders SET amount_new = amount WHERE id IN (SELECT id FROM orders WHERE amount_new IS NULL LIMIT 5000);
