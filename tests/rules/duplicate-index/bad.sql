-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text UNIQUE, org_id bigint);
CREATE INDEX users_org_idx ON users (org_id);
-- file: 0001_again.sql
CREATE TABLE posts (
  id bigint PRIMARY KEY,
  slug text,
  CONSTRAINT posts_slug_key UNIQUE (slug)
);
--> statement-breakpoint
-- The constraint has an index.
CREATE UNIQUE INDEX posts_slug_idx ON posts USING btree (slug); -- expect: duplicate-index
--> statement-breakpoint
-- So has the primary key, which serves queries like any other.
CREATE INDEX posts_id_idx ON posts (id); -- told with the first
--> statement-breakpoint
CREATE INDEX users_org_index ON users (org_id ASC NULLS LAST); -- expect: create-index-blocks
