-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer);
CREATE TABLE notes (id integer PRIMARY KEY, name text);
-- file: 0001_note.sql
ALTER TABLE orders ADD COLUMN note text;
-- One row, by its key; the comment in it does not hide that.
INSERT INTO notes (id, name)
SELECT id, name -- isn't much
FROM users
WHERE id = 5;
