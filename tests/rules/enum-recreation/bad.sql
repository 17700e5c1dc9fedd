-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE users (id uuid PRIMARY KEY, mood mood DEFAULT 'ok' NOT NULL);
-- file: 0001_moods.sql
-- As drizzle-kit writes it.
ALTER TABLE "users" ALTER COLUMN "mood" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "mood" SET DEFAULT 'sad'::text;--> statement-breakpoint
DROP TYPE "public"."mood"; -- expect: enum-recreation
--> statement-breakpoint
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "mood" SET DEFAULT 'sad'::"public"."mood";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::"public"."mood";
