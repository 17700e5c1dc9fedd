-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, name text, age int);
CREATE TABLE posts (id uuid PRIMARY KEY, slug text, CONSTRAINT posts_slug UNIQUE (slug));
-- file: 0001_silent.sql
-- Each differs from the one before it in something that queries or rows feel.
CREATE TABLE notes (id uuid PRIMARY KEY, body text, rank int, at date, EXCLUDE USING btree (rank WITH =));
CREATE INDEX n1 ON notes (body);
CREATE INDEX n2 ON notes (lower(body));
CREATE INDEX n3 ON notes (upper(body));
CREATE INDEX n4 ON notes (body COLLATE "C");
CREATE INDEX n5 ON notes (body text_pattern_ops);
CREATE INDEX n6 ON notes USING hash (body);
CREATE INDEX n7 ON notes (body) INCLUDE (rank);
CREATE INDEX n8 ON notes (body) WHERE rank > 0;
CREATE INDEX n9 ON notes (body DESC);
CREATE INDEX n10 ON notes (body NULLS FIRST);
CREATE INDEX n11 ON notes (at);
CREATE UNIQUE INDEX n12 ON notes (at);
CREATE UNIQUE INDEX n13 ON notes (at) NULLS NOT DISTINCT;
CREATE INDEX n14 ON notes (rank);
-- The other one goes in the same batch, or becomes the new constraint.
CREATE INDEX n15 ON notes (rank, at);
CREATE INDEX n16 ON notes (rank, at);
DROP INDEX n15;
CREATE TABLE tags (id uuid PRIMARY KEY, name text NOT NULL, CONSTRAINT tags_name UNIQUE (name));
CREATE UNIQUE INDEX tags_name_2 ON tags (name);
ALTER TABLE tags DROP CONSTRAINT tags_name;
CREATE UNIQUE INDEX tags_id_2 ON tags (id, name);
CREATE UNIQUE INDEX tags_id_3 ON tags (id, name);
ALTER TABLE tags ADD CONSTRAINT tags_id UNIQUE USING INDEX tags_id_2;
