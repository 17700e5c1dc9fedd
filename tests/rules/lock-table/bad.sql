-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_lock.sql
LOCK TABLE users, orders; -- expect: lock-table
LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE; -- expect: lock-table
