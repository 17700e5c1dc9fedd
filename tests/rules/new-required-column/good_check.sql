-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, name text);
-- file: 0001_phone.sql
-- Whoever does not write it gets the default; and a CHECK that NULL passes.
ALTER TABLE users ADD COLUMN phone text DEFAULT '';
ALTER TABLE users ADD CONSTRAINT users_phone CHECK (phone IS NOT NULL) NOT VALID;
ALTER TABLE users ADD COLUMN fax text;
ALTER TABLE users ADD CONSTRAINT users_fax CHECK (fax <> '') NOT VALID;
