-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_index.sql
DO $$
BEGIN
  CREATE INDEX CONCURRENTLY users_email ON users (email); -- expect: cannot-run-in-transaction
END $$;
BEGIN;
REINDEX TABLE CONCURRENTLY users; -- expect: cannot-run-in-transaction
COMMIT;
