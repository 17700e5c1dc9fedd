-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id));
CREATE TABLE items (id uuid PRIMARY KEY, order_id uuid REFERENCES orders (id));
CREATE TABLE events (id uuid PRIMARY KEY);
-- file: 0001_truncate.sql
TRUNCATE events; -- expect: truncate
TRUNCATE TABLE users CASCADE; -- expect: truncate
