-- A column that was NOT NULL before can be NULL from now on, unless a primary key has it.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (id uuid PRIMARY KEY, author uuid NOT NULL);
CREATE TABLE seats (room integer, guest uuid, PRIMARY KEY (room, guest));
CREATE INDEX posts_author ON posts (author);
-- file: 0001_keys.sql
ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- expect: set-null-on-not-null
ALTER TABLE seats ADD CONSTRAINT seats_guest FOREIGN KEY (guest) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- expect: set-null-on-not-null
