-- A single file, as drizzle-kit writes it: no type is known, and it is one finding all the same.
ALTER TABLE "people" ALTER COLUMN "feeling" SET DATA TYPE text;--> statement-breakpoint
DROP TYPE "public"."mood"; -- expect: enum-recreation
--> statement-breakpoint
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok');--> statement-breakpoint
ALTER TABLE "people" ALTER COLUMN "feeling" SET DATA TYPE "public"."mood" USING "feeling"::"public"."mood";
