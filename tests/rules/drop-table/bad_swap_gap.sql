-- Each statement commits by itself: there is a gap.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE tags (id integer PRIMARY KEY);
-- file: 0001_swap.sql
CREATE TABLE tags_new (LIKE tags INCLUDING ALL);
INSERT INTO tags_new SELECT * FROM tags;
DROP TABLE tags; -- expect: drop-table
ALTER TABLE tags_new RENAME TO tags;
