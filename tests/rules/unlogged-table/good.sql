-- Loaded without the log, and made durable before anybody uses it.
CREATE UNLOGGED TABLE "imported" ("id" uuid PRIMARY KEY);
--> statement-breakpoint
ALTER TABLE "imported" SET LOGGED;
--> statement-breakpoint
-- A temporary table ends with the session anyway.
CREATE TEMPORARY TABLE "scratch" ("id" uuid);
