-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text);
-- file: 0001_unique.sql
-- One finding for the table.
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email), ADD CONSTRAINT users_nick_key UNIQUE (nick); -- expect: unique-constraint-builds-index
