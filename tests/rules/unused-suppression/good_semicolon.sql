-- file: 0000_init.sql
CREATE TABLE a (id int PRIMARY KEY, name text);
-- file: 0001_drop.sql
-- The comment is on the line where the statement ends, which is that of its semicolon.
ALTER TABLE a
  DROP COLUMN name
; -- hoglint: allow drop-column never used
