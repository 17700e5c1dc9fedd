-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE address AS (street text, town text);
CREATE SCHEMA app;
CREATE SEQUENCE numbers;
CREATE TABLE users (id uuid CONSTRAINT users_pk PRIMARY KEY);
CREATE VIEW everyone AS SELECT id FROM users;
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- file: 0001_rename.sql
ALTER TYPE mood RENAME VALUE 'sad' TO 'unhappy'; -- expect: rename-other
ALTER TYPE address RENAME TO postal_address; -- expect: rename-other
ALTER SCHEMA app RENAME TO application; -- expect: rename-other
ALTER SEQUENCE numbers RENAME TO invoice_numbers; -- expect: rename-other
ALTER VIEW everyone RENAME TO all_users; -- expect: rename-other
ALTER FUNCTION one() RENAME TO uno; -- expect: rename-other
ALTER TABLE users RENAME CONSTRAINT users_pk TO users_pkey; -- expect: rename-other
