-- What an access method cannot do with a column, and an identity that its column does not allow.
-- file: 0000_init.sql
CREATE EXTENSION "btree_gist";
--> statement-breakpoint
CREATE TABLE "posts" ("id" bigint PRIMARY KEY, "title" text NOT NULL, "rating" integer);
-- file: 0001_index.sql
-- Without btree_gin, which somebody may have installed by hand: a warning.
CREATE INDEX "posts_title_idx" ON "posts" USING gin ("title"); -- expect: create-index-blocks, will-fail
--> statement-breakpoint
-- btree_gist is there.
CREATE INDEX "posts_rating" ON "posts" USING gist ("rating");
--> statement-breakpoint
CREATE INDEX "posts_rating_idx" ON "posts" USING hash ("rating", "title"); -- expect: will-fail
--> statement-breakpoint
CREATE UNIQUE INDEX "posts_rating_key" ON "posts" USING gist ("rating"); -- expect: create-index-blocks, will-fail
--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "rating" ADD GENERATED ALWAYS AS IDENTITY; -- expect: will-fail
