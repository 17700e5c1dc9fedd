-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text);
--> statement-breakpoint
CREATE SCHEMA "app";
-- file: 0001_grants.sql
-- A role by its name.
GRANT SELECT ON "users" TO reporting;
--> statement-breakpoint
-- USAGE alone opens the schema, none of its tables.
GRANT USAGE ON SCHEMA "app" TO PUBLIC;
--> statement-breakpoint
-- Less, not more.
REVOKE ALL ON "users" FROM PUBLIC;
