-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, age integer);
CREATE TABLE posts (id integer PRIMARY KEY, author integer NOT NULL REFERENCES users (id) ON DELETE CASCADE);
CREATE TABLE tags (id integer PRIMARY KEY, name text);
CREATE TABLE invoices (id integer PRIMARY KEY, tag integer REFERENCES tags (id) ON DELETE SET NULL);
CREATE TABLE labels (id integer PRIMARY KEY, name text);
-- file: 0001_clean.sql
-- One user, on purpose.
DELETE FROM users WHERE id = 7;
-- What refers to it stays.
DELETE FROM tags WHERE name IS NULL;
-- What goes along is new.
CREATE TABLE drafts (id integer PRIMARY KEY, tag integer REFERENCES labels (id) ON DELETE CASCADE);
-- hoglint: allow ddl-with-backfill a handful of rows
DELETE FROM labels WHERE name = '';
