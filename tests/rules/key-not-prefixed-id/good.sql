-- preset: sendoka
-- A prefix and 24 characters: 32 at most.
CREATE TABLE "events" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "name" text NOT NULL
);
--> statement-breakpoint
-- The keys of both sides are a key together.
CREATE TABLE "event_tags" (
  "event_id" varchar(32) NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT "event_tags_pk" PRIMARY KEY ("event_id", "position")
);
