-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, email text);
-- file: 0001_index.sql
CREATE INDEX users_email -- expect: create-index-blocks
  -- it's for the login
  ON users /* of people */ (email)
  WHERE email <> '-- none';
