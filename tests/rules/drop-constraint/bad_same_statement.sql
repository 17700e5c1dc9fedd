-- The same statement adds what takes its place: what is left to say is how it is built.
-- file: 0000_init.sql
CREATE TABLE posts (id uuid PRIMARY KEY, slug text CONSTRAINT posts_slug UNIQUE, org text CONSTRAINT posts_org UNIQUE);
-- file: 0001_drop.sql
ALTER TABLE posts DROP CONSTRAINT posts_slug, ADD CONSTRAINT posts_slug_key UNIQUE (slug); -- expect: unique-constraint-builds-index
-- The column goes with it.
ALTER TABLE posts DROP CONSTRAINT posts_org, DROP COLUMN org; -- expect: drop-column
