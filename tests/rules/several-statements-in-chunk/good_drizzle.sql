-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
-- node-postgres and postgres-js send a simple query.
ALTER TABLE users ADD COLUMN name text;
ALTER TABLE users ADD COLUMN email text;
