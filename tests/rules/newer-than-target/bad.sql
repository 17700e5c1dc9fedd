-- pg: 14
-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text, "code" text);
-- file: 0001_new.sql
CREATE TABLE "codes" (
  "id" uuid PRIMARY KEY DEFAULT uuidv7(), -- expect: newer-than-target
  "code" text
);
--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "name_set" NOT NULL "name" NOT VALID; -- expect: newer-than-target
--> statement-breakpoint
CREATE VIEW "names" WITH (security_invoker = true) AS SELECT "name" FROM "users"; -- expect: newer-than-target
