-- A trigger that names the column goes with CASCADE.
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, state text, total numeric);
CREATE FUNCTION log_order() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER orders_state AFTER UPDATE OF state ON orders
  FOR EACH ROW EXECUTE FUNCTION log_order();
CREATE TRIGGER orders_total AFTER UPDATE ON orders
  FOR EACH ROW WHEN (OLD.total IS DISTINCT FROM NEW.total) EXECUTE FUNCTION log_order();
-- file: 0001_drop.sql
ALTER TABLE orders DROP COLUMN state CASCADE; -- expect: drop-column
--> statement-breakpoint
ALTER TABLE orders DROP COLUMN total CASCADE;
