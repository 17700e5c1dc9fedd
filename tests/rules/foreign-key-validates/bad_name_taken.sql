-- The name that PostgreSQL would choose is another constraint's.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE people (id uuid PRIMARY KEY);
CREATE TABLE posts (id uuid PRIMARY KEY, author uuid REFERENCES users (id));
-- file: 0001_people.sql
ALTER TABLE posts ADD FOREIGN KEY (author) REFERENCES people (id); -- expect: foreign-key-validates
