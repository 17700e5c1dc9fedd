-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text NOT NULL);
ALTER TABLE users ADD CONSTRAINT email_there CHECK (email IS NOT NULL) NOT VALID;
-- file: 0001_validate.sql
ALTER TABLE users VALIDATE CONSTRAINT email_there;
-- file: 0002_silent.sql
-- The validated CHECK proves it: no scan.
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
-- It is NOT NULL already.
ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
ALTER TABLE users ALTER COLUMN id SET NOT NULL;
-- The same batch has created the table, and nothing has put rows in.
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
ALTER TABLE orders ALTER COLUMN total SET NOT NULL;
