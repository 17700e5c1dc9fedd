-- The proof gets a name that no constraint of the table has.
-- pg: 17
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, nick text);
ALTER TABLE users ADD CONSTRAINT nick_not_null CHECK (nick <> '') NOT VALID;
-- file: 0001_set.sql
ALTER TABLE users ALTER COLUMN nick SET NOT NULL; -- expect: set-not-null
