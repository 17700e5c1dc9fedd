-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, email text);
-- file: 0001_index.sql
CREATE INDEX CONCURRENTLY users_email -- expect: cannot-run-in-transaction
  -- for the login
  ON users (email);
