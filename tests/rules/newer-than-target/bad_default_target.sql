-- The target is 17, as without --pg-version: a warning.
-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text);
-- file: 0001_new.sql
ALTER TABLE "users" ADD COLUMN "upper_name" text GENERATED ALWAYS AS (upper("name")) VIRTUAL; -- expect: newer-than-target
