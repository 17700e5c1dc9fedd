-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- A view answers under the old name, in the same transaction.
ALTER TABLE users SET SCHEMA app;
CREATE VIEW users AS SELECT * FROM app.users;
-- The same batch has created the table.
CREATE TABLE draft (id int);
ALTER TABLE draft SET SCHEMA app;
-- The files begin at the beginning and never create it.
ALTER TABLE IF EXISTS never_created SET SCHEMA app;
