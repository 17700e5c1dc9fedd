-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric, state text);
-- file: 0001_checks.sql
ALTER TABLE "orders" ADD CONSTRAINT "orders_total" CHECK ("orders"."total" >= 0); -- expect: check-validates
ALTER TABLE orders ADD CHECK (state IN ('open', 'done')), ALTER COLUMN state SET DEFAULT 'open'; -- a label of the finding above
-- NULL in every row breaks no CHECK, and PostgreSQL looks all the same.
ALTER TABLE orders ADD COLUMN discount numeric CONSTRAINT orders_discount CHECK (discount < 1); -- expect: check-validates
