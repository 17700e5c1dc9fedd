-- An explicit transaction is one as well.
-- runner: autocommit
BEGIN;
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_user; -- expect: validate-in-same-transaction
COMMIT;
