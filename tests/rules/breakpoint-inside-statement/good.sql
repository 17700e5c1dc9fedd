-- file: 0000_notes.sql
-- Between statements, on the line of the first or on its own.
CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "body" text);--> statement-breakpoint
CREATE INDEX "notes_body" ON "notes" ("body");
--> statement-breakpoint
-- Before nothing, and behind a comment: an empty piece does no harm.
--> statement-breakpoint
