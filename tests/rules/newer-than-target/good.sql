-- pg: 18
-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text, "code" text);
-- file: 0001_new.sql
-- The target is 18, and has all of it.
CREATE TABLE "codes" ("id" uuid PRIMARY KEY DEFAULT uuidv7(), "code" text);
--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "name_set" NOT NULL "name" NOT VALID;
--> statement-breakpoint
CREATE VIEW "names" WITH (security_invoker = true) AS SELECT "name" FROM "users";
