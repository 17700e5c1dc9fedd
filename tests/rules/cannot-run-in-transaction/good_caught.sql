-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, login text);
-- file: 0001_fill.sql
-- Only after an error, which ends the migration as well.
DO $$
BEGIN
  PERFORM count(*) FROM users;
EXCEPTION WHEN others THEN
  ROLLBACK;
END $$;
--> statement-breakpoint
-- The refusal is caught.
DO $$
BEGIN
  BEGIN
    COMMIT;
  EXCEPTION WHEN invalid_transaction_termination THEN
    NULL;
  END;
END $$;
