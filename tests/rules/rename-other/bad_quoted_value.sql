-- An apostrophe in a value is written twice.
-- file: 0000_init.sql
CREATE SCHEMA "App";
CREATE TYPE "App"."Mood" AS ENUM ('sad', 'it''s ok');
-- file: 0001_rename.sql
ALTER TYPE "App"."Mood" RENAME VALUE 'it''s ok' TO 'that''s fine'; -- expect: rename-other
