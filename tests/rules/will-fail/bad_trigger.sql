-- file: 0000_init.sql
CREATE TABLE orders (id integer PRIMARY KEY, total integer, state text, note text, paid integer);
CREATE TABLE parts (id integer, size integer);
CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION count_orders() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TRIGGER orders_state AFTER UPDATE OF state ON orders
  FOR EACH ROW EXECUTE FUNCTION log();
CREATE TRIGGER orders_total AFTER UPDATE ON orders
  FOR EACH ROW WHEN (OLD.total IS DISTINCT FROM NEW.total) EXECUTE FUNCTION log();
-- file: 0001_triggers.sql
-- The columns that a trigger names.
ALTER TABLE orders ALTER COLUMN total TYPE bigint; -- expect: table-rewrite, will-fail
ALTER TABLE orders DROP COLUMN state; -- expect: drop-column, will-fail
-- What a trigger may name.
CREATE TRIGGER parts_colour BEFORE UPDATE OF colour ON parts -- expect: will-fail
  FOR EACH ROW EXECUTE FUNCTION log();
CREATE TRIGGER parts_size BEFORE UPDATE ON parts
  FOR EACH ROW WHEN (size > 5) EXECUTE FUNCTION log(); -- expect: will-fail
CREATE TRIGGER parts_larger BEFORE INSERT OR UPDATE ON parts
  FOR EACH ROW WHEN (NEW.size > OLD.size) EXECUTE FUNCTION log(); -- expect: will-fail
-- It is none that a trigger can call.
CREATE TRIGGER parts_counted AFTER INSERT ON parts
  FOR EACH ROW EXECUTE FUNCTION count_orders(); -- expect: will-fail
