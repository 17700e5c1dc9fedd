-- A function goes on naming the column.
-- all
-- file: 0000_init.sql
CREATE TABLE invoices (id integer PRIMARY KEY, issued_on date, note text);
CREATE FUNCTION issue(number integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invoices SET issued_on = now() WHERE id = number;
END $$;
CREATE FUNCTION note_of(number integer) RETURNS text LANGUAGE sql AS 'SELECT note FROM invoices WHERE id = number';
-- file: 0001_drop.sql
ALTER TABLE invoices DROP COLUMN issued_on; -- expect: drop-column
-- file: 0002_again.sql
-- It gets the column back.
ALTER TABLE invoices DROP COLUMN note; -- expect: drop-column
ALTER TABLE invoices ADD COLUMN note varchar(20);
