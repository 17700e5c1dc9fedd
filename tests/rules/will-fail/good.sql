-- file: 0000_init.sql
CREATE TYPE "mood" AS ENUM ('sad', 'ok');
--> statement-breakpoint
CREATE TABLE "users" ("id" uuid PRIMARY KEY, "email" text NOT NULL);
-- file: 0001_more.sql
-- It exists, and the statement says that this is no mistake.
CREATE TABLE IF NOT EXISTS "users" ("id" uuid PRIMARY KEY);
--> statement-breakpoint
-- The block catches what fails.
DO $$ BEGIN
  CREATE TYPE "mood" AS ENUM ('sad', 'ok');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
--> statement-breakpoint
-- The platform makes this schema: no file has to.
CREATE TABLE "posts" (
  "id" uuid PRIMARY KEY,
  "owner" uuid REFERENCES "auth"."users" ("id"),
  "author" uuid REFERENCES "users" ("id")
);
