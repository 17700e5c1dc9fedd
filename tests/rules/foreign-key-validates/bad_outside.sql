-- Without a transaction around them, the lock of the ADD COLUMN is gone by then.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (id integer PRIMARY KEY, age integer);
-- file: 0001_keys.sql
ALTER TABLE posts ADD COLUMN user_id integer;
ALTER TABLE posts ADD CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id); -- expect: foreign-key-validates
-- A default and a CHECK beside it: the key reads every row, so does the CHECK.
ALTER TABLE posts ADD COLUMN editor integer DEFAULT 1 CHECK (editor > 0) REFERENCES users (id); -- expect: check-validates, foreign-key-validates
