-- What is made elsewhere, or is less, answers for nothing here.
-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE TABLE groups (id uuid PRIMARY KEY);
CREATE TABLE users (id uuid PRIMARY KEY, email text CONSTRAINT users_email UNIQUE, nick text);
CREATE TABLE posts (id uuid PRIMARY KEY, slug text CONSTRAINT posts_slug UNIQUE);
CREATE TABLE notes (id uuid PRIMARY KEY, team_id uuid,
  CONSTRAINT notes_team FOREIGN KEY (team_id) REFERENCES teams (id),
  CONSTRAINT notes_team_again FOREIGN KEY (team_id) REFERENCES teams (id));
CREATE TABLE tasks (id uuid PRIMARY KEY, team_id uuid CONSTRAINT tasks_team REFERENCES teams (id));
CREATE TABLE plans (id uuid PRIMARY KEY, price int CONSTRAINT plans_price CHECK (price > 0), name text);
-- file: 0001_drop.sql
CREATE TABLE other.users (id uuid, email text);
CREATE TABLE other.posts (id uuid, slug text);
-- A table of the same name in another schema is another table.
ALTER TABLE users DROP CONSTRAINT users_email; -- expect: drop-constraint
ALTER TABLE other.users ADD CONSTRAINT users_email UNIQUE (email);
ALTER TABLE other.users DROP COLUMN email;
ALTER TABLE posts DROP CONSTRAINT posts_slug; -- expect: drop-constraint
CREATE UNIQUE INDEX posts_slug ON other.posts (slug);
DROP TABLE other.posts;
-- Another key to the same table is no unique constraint, which would stand in for one.
ALTER TABLE notes DROP CONSTRAINT notes_team; -- expect: drop-constraint
-- The new key refers to another table.
ALTER TABLE tasks DROP CONSTRAINT tasks_team; -- expect: drop-constraint
ALTER TABLE tasks ADD CONSTRAINT tasks_team FOREIGN KEY (team_id) REFERENCES groups (id) NOT VALID;
-- Another rule under another name.
ALTER TABLE plans DROP CONSTRAINT plans_price; -- expect: drop-constraint
ALTER TABLE plans ADD CONSTRAINT plans_name CHECK (name <> '') NOT VALID;
