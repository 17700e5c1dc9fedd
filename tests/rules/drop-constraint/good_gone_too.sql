-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text CONSTRAINT users_mail UNIQUE);
ALTER TABLE users ADD CONSTRAINT users_mail_too UNIQUE (email);
-- file: 0001_silent.sql
-- Another constraint of the table says the same.
ALTER TABLE users DROP CONSTRAINT users_mail_too;
-- The same batch has created the table, and put rows in.
CREATE TABLE drafts (id int, CONSTRAINT drafts_id CHECK (id > 0));
INSERT INTO drafts VALUES (1);
ALTER TABLE drafts DROP CONSTRAINT drafts_id;
