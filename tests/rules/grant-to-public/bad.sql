-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text);
--> statement-breakpoint
CREATE SCHEMA "app";
-- file: 0001_grants.sql
GRANT SELECT, UPDATE ON "users" TO PUBLIC; -- expect: grant-to-public
--> statement-breakpoint
GRANT ALL ON SCHEMA "app" TO PUBLIC; -- expect: grant-to-public
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "app" TO PUBLIC; -- expect: grant-to-public
