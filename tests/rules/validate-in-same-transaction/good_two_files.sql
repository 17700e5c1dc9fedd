-- Every file is its own transaction.
-- runner: per-file
-- all
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
-- file: 0001_add.sql
ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID;
-- file: 0002_validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT positive;
