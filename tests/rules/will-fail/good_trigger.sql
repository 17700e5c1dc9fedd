-- file: 0000_init.sql
CREATE TABLE orders (id integer PRIMARY KEY, total integer, state text, note text);
CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER orders_state AFTER UPDATE OF state ON orders
  FOR EACH ROW EXECUTE FUNCTION log();
CREATE TRIGGER orders_changed AFTER UPDATE ON orders
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION log();
-- file: 0001_triggers.sql
-- The whole row names no column.
ALTER TABLE orders ALTER COLUMN note TYPE varchar;
-- The trigger goes before its column's type changes, and comes back.
DROP TRIGGER orders_state ON orders;
ALTER TABLE orders ALTER COLUMN state TYPE varchar;
CREATE TRIGGER orders_state AFTER UPDATE OF state ON orders
  FOR EACH ROW WHEN (NEW.state <> 'new') EXECUTE FUNCTION log();
