-- pg: 18
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (id integer PRIMARY KEY, user_id integer, n integer);
-- file: 0001_silent.sql
-- It is never checked.
ALTER TABLE posts ADD CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id) NOT ENFORCED;
-- There is no such table.
ALTER TABLE IF EXISTS people ADD CONSTRAINT people_user FOREIGN KEY (user_id) REFERENCES users (id);
-- Every row has NULL in the new column, which a foreign key lets pass.
ALTER TABLE posts ADD COLUMN editor integer REFERENCES users (id);
ALTER TABLE posts ADD COLUMN checker integer DEFAULT NULL REFERENCES users (id);
-- A constraint that is no foreign key.
ALTER TABLE posts ADD CONSTRAINT posts_n CHECK (n > 0) NOT VALID;
