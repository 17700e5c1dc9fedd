-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_lock.sql
-- Readers and writers do not notice these.
LOCK TABLE users IN ACCESS SHARE MODE;
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
-- Nobody knows a new table.
CREATE TABLE orders (id uuid PRIMARY KEY);
LOCK TABLE orders;
