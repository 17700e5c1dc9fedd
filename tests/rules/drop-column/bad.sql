-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL, nick text, "verifiedAt" timestamp);
CREATE UNIQUE INDEX users_email_idx ON users (email);
CREATE TABLE posts (id uuid PRIMARY KEY, body text);
-- file: 0001_drop.sql
ALTER TABLE posts ADD COLUMN html text, DROP COLUMN body CASCADE; -- expect: drop-column
-- What goes from one table is one finding. "verifiedAt" may be a rename that became a DROP.
ALTER TABLE users DROP COLUMN email; -- expect: drop-column
ALTER TABLE users ADD COLUMN "emailVerifiedAt" timestamp;
ALTER TABLE users DROP COLUMN "nick", DROP COLUMN "verifiedAt";
