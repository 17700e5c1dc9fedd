-- A sequence that a column owns is in the schema of its table.
-- file: 0000_init.sql
CREATE SCHEMA "App";
CREATE TABLE "App"."Users" ("Id" uuid PRIMARY KEY);
-- file: 0001_numbers.sql
ALTER TABLE "App"."Users" ADD COLUMN "No" bigserial; -- expect: table-rewrite
ALTER TABLE "App"."Users" ADD COLUMN "Token" text COLLATE "C" DEFAULT random()::text; -- expect: table-rewrite
