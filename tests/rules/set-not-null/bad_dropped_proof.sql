-- PostgreSQL drops first: the CHECK that proves it is gone when the rows are to be NOT NULL.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text);
ALTER TABLE users ADD CONSTRAINT email_there CHECK (email IS NOT NULL);
ALTER TABLE users ADD CONSTRAINT nick_there CHECK (nick IS NOT NULL);
-- file: 0001_set.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL, DROP CONSTRAINT email_there; -- expect: set-not-null
-- A statement of its own for each.
ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT nick_there;
