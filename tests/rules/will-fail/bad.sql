-- file: 0000_init.sql
CREATE TYPE "mood" AS ENUM ('sad', 'ok');
--> statement-breakpoint
CREATE TABLE "users" ("id" uuid PRIMARY KEY, "email" text NOT NULL, "feeling" "mood");
--> statement-breakpoint
CREATE VIEW "addresses" AS SELECT "email" FROM "users";
-- file: 0001_more.sql
ALTER TABLE "users" ADD COLUMN "email" text; -- expect: will-fail
--> statement-breakpoint
CREATE TABLE "posts" ("id" uuid PRIMARY KEY, "author" integer NOT NULL REFERENCES "users" ("id")); -- expect: will-fail
--> statement-breakpoint
CREATE TABLE "tags" ("name" text PRIMARY KEY, "tone" "mood" DEFAULT 'happy'); -- expect: will-fail
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "email" TYPE varchar; -- expect: will-fail
--> statement-breakpoint
INSERT INTO "users" ("id", "feeling") VALUES ('7a1f0b5e-0000-4000-8000-000000000000', 'ok'); -- expect: will-fail
--> statement-breakpoint
ALTER TABLE "usres" ADD COLUMN "age" integer; -- expect: will-fail
