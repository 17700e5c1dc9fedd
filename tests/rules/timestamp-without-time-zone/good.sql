-- preset: sendoka
-- file: 0000_init.sql
CREATE TABLE "exports" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "created_at" timestamp DEFAULT now() NOT NULL
);
-- file: 0001_jobs.sql
-- A moment, whatever the time zone of who asks; a date has none.
CREATE TABLE "jobs" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "finished_at" timestamptz(3),
  "due_on" date
);
--> statement-breakpoint
-- What is merged is not looked at again.
ALTER TABLE "exports" ADD COLUMN "format" text;
