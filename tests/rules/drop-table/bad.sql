-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id));
CREATE VIEW user_emails AS SELECT email FROM users;
CREATE TABLE sessions (id uuid PRIMARY KEY);
-- file: 0001_drop.sql
DROP TABLE sessions; -- expect: drop-table
DROP TABLE IF EXISTS users CASCADE; -- expect: drop-table
