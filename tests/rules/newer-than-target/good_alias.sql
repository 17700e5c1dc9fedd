-- pg: 17
-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text);
CREATE TABLE "new" ("id" integer PRIMARY KEY, "name" text);
-- file: 0001_alias.sql
-- A table or alias called old or new: what RETURNING names is that, in every version.
UPDATE "users" AS old SET "name" = 'x' WHERE "id" = 1 RETURNING old."id";
--> statement-breakpoint
UPDATE "users" old SET "name" = 'x' WHERE "id" = 1 RETURNING old."id";
--> statement-breakpoint
INSERT INTO new ("id") VALUES (1) RETURNING new."id";
