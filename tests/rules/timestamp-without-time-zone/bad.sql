-- preset: sendoka
-- file: 0000_init.sql
CREATE TABLE "exports" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "created_at" timestamp DEFAULT now() NOT NULL
);
-- file: 0001_jobs.sql
CREATE TABLE "jobs" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "created_at" timestamp DEFAULT now() NOT NULL, -- expect: timestamp-without-time-zone
  "finished_at" timestamp(3)
);
--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "expires_at" timestamp; -- expect: timestamp-without-time-zone
