-- Something takes its place, and ON CONFLICT does not find it as it found the old one.
-- file: 0000_init.sql
CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text CONSTRAINT users_email_unique UNIQUE,
  nick text CONSTRAINT users_nick_unique UNIQUE,
  phone text CONSTRAINT users_phone_unique UNIQUE,
  code text CONSTRAINT users_code_unique UNIQUE DEFERRABLE
);
CREATE UNIQUE INDEX users_phone_idx ON users (phone);
-- file: 0001_weaker.sql
ALTER TABLE users DROP CONSTRAINT users_email_unique; -- expect: drop-constraint
ALTER TABLE users ADD CONSTRAINT users_email_unique UNIQUE (email) DEFERRABLE INITIALLY DEFERRED; -- expect: unique-constraint-builds-index
-- Also where another index holds the columns: ON CONFLICT finds both.
ALTER TABLE users DROP CONSTRAINT users_phone_unique, ADD UNIQUE (phone) DEFERRABLE; -- expect: drop-constraint, duplicate-index
-- The name stays, and is no constraint's.
ALTER TABLE users DROP CONSTRAINT users_nick_unique; -- expect: drop-constraint
CREATE UNIQUE INDEX users_nick_unique ON users (nick); -- expect: create-index-blocks
-- ON CONFLICT never worked with this one.
ALTER TABLE users DROP CONSTRAINT users_code_unique, ADD CONSTRAINT users_code_unique UNIQUE (code) DEFERRABLE INITIALLY DEFERRED;
