-- COMMIT in what runs inside of a transaction.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, login text);
CREATE PROCEDURE refill() LANGUAGE plpgsql AS $$
BEGIN
  UPDATE users SET login = email WHERE id IN (SELECT id FROM users WHERE login IS NULL LIMIT 1000);
  COMMIT;
END $$;
CREATE PROCEDURE touch() LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
-- file: 0001_fill.sql
DO $$
DECLARE done int;
BEGIN
  LOOP
    UPDATE users SET login = email WHERE id IN (SELECT id FROM users WHERE login IS NULL LIMIT 1000);
    GET DIAGNOSTICS done = ROW_COUNT;
    EXIT WHEN done = 0;
    COMMIT; -- expect: cannot-run-in-transaction
  END LOOP;
END $$;
--> statement-breakpoint
CALL touch();
--> statement-breakpoint
CALL refill(); -- expect: cannot-run-in-transaction
--> statement-breakpoint
CALL public.refill(); -- expect: cannot-run-in-transaction
