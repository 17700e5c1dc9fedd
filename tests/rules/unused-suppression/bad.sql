-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, email text, name text);
-- file: 0001_drop.sql
/* hoglint: allow-file rename-table it was renamed back */ -- expect: unused-suppression
/* hoglint: allow drop-table the table stays */ -- expect: unused-suppression
ALTER TABLE users DROP COLUMN email; -- expect: drop-column
/* hoglint: allow drop-column this was meant for the statement before */ -- expect: unused-suppression
SELECT 1;
