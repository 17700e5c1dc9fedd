-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text, org_id bigint, at timestamptz);
CREATE INDEX users_org_idx ON users (org_id);
CREATE INDEX users_mail_idx ON users (mail);
-- file: 0001_indexes.sql
CREATE TABLE posts (id bigint PRIMARY KEY, slug text, at timestamptz, data jsonb);
--> statement-breakpoint
-- Each differs: order, direction, expression, rows, method.
CREATE INDEX posts_slug_at ON posts (slug, at);
--> statement-breakpoint
CREATE INDEX posts_at_slug ON posts (at, slug);
--> statement-breakpoint
CREATE INDEX posts_slug ON posts (slug);
--> statement-breakpoint
CREATE INDEX posts_slug_desc ON posts (slug, at DESC);
--> statement-breakpoint
CREATE INDEX posts_lower_slug ON posts (lower(slug));
--> statement-breakpoint
CREATE INDEX posts_recent ON posts (slug) WHERE at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX posts_data ON posts USING gin (data);
--> statement-breakpoint
CREATE INDEX posts_data_path ON posts USING gin (data jsonb_path_ops);
--> statement-breakpoint
-- A unique index guarantees what the plain one does not, and replaces it.
CREATE UNIQUE INDEX posts_slug_key ON posts (slug);
--> statement-breakpoint
DROP INDEX posts_slug;
