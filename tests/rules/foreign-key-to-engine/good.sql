-- owner: hogsend
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE app."user" (id text PRIMARY KEY);
CREATE TABLE client_notes (id uuid PRIMARY KEY);
-- file: 0001_keys.sql
-- The id as a plain column.
CREATE TABLE client_tags (id uuid PRIMARY KEY, user_id text NOT NULL);
CREATE INDEX client_tags_user_id_idx ON client_tags (user_id);
-- Keys among tables of the project, one of them called like the engine's.
CREATE TABLE app.posts (
  id uuid PRIMARY KEY,
  author text REFERENCES app."user" (id),
  note uuid REFERENCES client_notes (id)
);
