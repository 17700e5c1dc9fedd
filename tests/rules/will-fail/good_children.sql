-- file: 0000_init.sql
CREATE TABLE items (id integer, label text);
CREATE TABLE books (pages integer) INHERITS (items);
CREATE TABLE sums (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
-- file: 0001_more.sql
-- The parent's column by another spelling of its type.
CREATE TABLE films (id int4, minutes integer) INHERITS (items);
-- The child has it already, of the same type: the two are one.
ALTER TABLE items ADD COLUMN pages int;
-- Copied columns may be the parent's too.
CREATE TABLE records (LIKE items) INHERITS (items);
-- It says that there may be no expression.
ALTER TABLE sums ALTER COLUMN a DROP EXPRESSION IF EXISTS;
