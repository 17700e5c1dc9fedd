-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, email text, name text);
-- file: 0001_drop.sql
/* hoglint: allow drop-column */ -- expect: suppression-without-reason
ALTER TABLE users DROP COLUMN email;
