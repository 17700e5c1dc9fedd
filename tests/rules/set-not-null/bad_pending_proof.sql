-- The proof of an earlier deploy is there, and old rows were not held against it; or its name is taken.
-- pg: 17
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text, name text COLLATE "C");
ALTER TABLE users ADD CONSTRAINT email_not_null CHECK (email IS NOT NULL) NOT VALID;
ALTER TABLE users ADD CONSTRAINT nick_not_null CHECK (nick <> '') NOT VALID;
-- file: 0001_set.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL; -- expect: set-not-null
ALTER TABLE users ALTER COLUMN nick SET NOT NULL; -- a label of the finding above
ALTER TABLE users ADD COLUMN code varchar(10) COLLATE "C" DEFAULT 'x' CHECK (code <> ''); -- expect: check-validates
ALTER TABLE users ALTER COLUMN code SET NOT NULL; -- expect: set-not-null
