-- A key over several columns, new and old.
-- file: 0000_init.sql
CREATE TABLE users (id integer, org integer, PRIMARY KEY (id, org));
CREATE TABLE posts (id integer PRIMARY KEY, org integer);
CREATE TABLE notes (id integer PRIMARY KEY, org integer);
CREATE TABLE tasks (id integer PRIMARY KEY, org integer);
-- file: 0001_keys.sql
-- One NULL is enough for a key to look at nothing else, unless it says MATCH FULL.
ALTER TABLE posts ADD COLUMN user_id integer;
ALTER TABLE posts ADD CONSTRAINT posts_user FOREIGN KEY (user_id, org) REFERENCES users (id, org); -- expect: foreign-key-validates
ALTER TABLE notes ADD COLUMN user_id integer;
ALTER TABLE notes ADD CONSTRAINT notes_user FOREIGN KEY (user_id, org) REFERENCES users (id, org) MATCH FULL; -- expect: foreign-key-validates
ALTER TABLE tasks ADD COLUMN user_id integer, ADD COLUMN user_org integer;
ALTER TABLE tasks ADD CONSTRAINT tasks_user FOREIGN KEY (user_id, user_org) REFERENCES users (id, org) MATCH FULL; -- expect: foreign-key-validates
