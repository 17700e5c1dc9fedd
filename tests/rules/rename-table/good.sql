-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- A view answers under the old name, in the same transaction.
ALTER TABLE users RENAME TO accounts;
CREATE VIEW users WITH (security_invoker = true) AS SELECT * FROM accounts;
-- The same batch has created the table.
CREATE TABLE draft (id int);
ALTER TABLE draft RENAME TO final;
-- The files begin at the beginning and never create it.
ALTER TABLE IF EXISTS never_created RENAME TO whatever;
