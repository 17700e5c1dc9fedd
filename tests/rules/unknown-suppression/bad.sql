-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE posts (id int PRIMARY KEY, body text);
-- file: 0001_drop.sql
/* hoglint: allow drop-colum nothing reads it */ -- expect: unknown-suppression
ALTER TABLE users DROP COLUMN email; -- expect: drop-column
/* hoglint: alow drop-column nothing reads it */ -- expect: unknown-suppression
ALTER TABLE posts DROP COLUMN body; -- expect: drop-column
/* hoglint: allow-file drop-column far too late */ -- expect: unknown-suppression
/* hoglint: allow */ -- expect: unknown-suppression
/* hoglint allow drop-column nothing reads it */ -- expect: unknown-suppression
SELECT 1;
