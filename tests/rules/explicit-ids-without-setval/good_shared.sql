-- The rows come from a table that draws from the same sequence.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE messages (id serial PRIMARY KEY, body text);
CREATE TABLE messages_archive () INHERITS (messages);
CREATE SEQUENCE invoice_number;
CREATE TABLE invoices (id uuid PRIMARY KEY, number integer DEFAULT nextval('invoice_number'));
-- file: 0001_move.sql
-- A child has its parent's default.
WITH moved AS (DELETE FROM ONLY messages WHERE id < 100 RETURNING *)
INSERT INTO messages_archive SELECT * FROM moved;
INSERT INTO messages_archive SELECT * FROM ONLY messages WHERE id < 200;
-- The sequence belongs to no table.
CREATE TABLE invoices_new (LIKE invoices INCLUDING ALL);
INSERT INTO invoices_new SELECT * FROM invoices;
