-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, login text);
-- file: 0001_fill.sql
-- A file of one statement is not wrapped.
DO $$
BEGIN
  FOR batch IN 1..100 LOOP
    UPDATE users SET login = email WHERE id IN (SELECT id FROM users WHERE login IS NULL LIMIT 1000);
    COMMIT;
  END LOOP;
END $$;
