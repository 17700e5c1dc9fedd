-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_staging.sql
CREATE TABLE staging AS SELECT id FROM users;
DROP TABLE staging; -- expect: drop-table
