-- pg: 18
-- What is written instead says all that the constraint says.
-- file: 0000_init.sql
CREATE TABLE users (id integer, org integer, PRIMARY KEY (id, org));
CREATE TABLE posts (id integer PRIMARY KEY, user_id integer, org integer, editor integer, note text);
CREATE TABLE drafts (id integer PRIMARY KEY, editor integer, org integer);
ALTER TABLE posts ADD CONSTRAINT posts_off FOREIGN KEY (editor, org) REFERENCES users (id, org) NOT ENFORCED;
-- file: 0001_keys.sql
ALTER TABLE posts ADD CONSTRAINT posts_user FOREIGN KEY (user_id, org) REFERENCES users (id, org) -- expect: foreign-key-validates
  MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE drafts ADD CONSTRAINT drafts_editor FOREIGN KEY (editor, org) REFERENCES users (id, org) -- expect: foreign-key-validates
  ON UPDATE SET DEFAULT ON DELETE RESTRICT DEFERRABLE;
