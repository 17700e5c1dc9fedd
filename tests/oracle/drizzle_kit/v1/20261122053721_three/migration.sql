ALTER SCHEMA "app" RENAME TO "core";
--> statement-breakpoint
ALTER TYPE "mood" RENAME TO "feeling";--> statement-breakpoint
DROP VIEW "vv";--> statement-breakpoint
DROP MATERIALIZED VIEW "mv";--> statement-breakpoint
ALTER TABLE "users" RENAME TO "people";--> statement-breakpoint
ALTER TABLE "people" RENAME COLUMN "v" TO "w";--> statement-breakpoint
ALTER TABLE "people" DROP COLUMN "gen";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "gen" text GENERATED ALWAYS AS (upper(w)) STORED;--> statement-breakpoint
DROP INDEX "i2";--> statement-breakpoint
CREATE UNIQUE INDEX "i2" ON "people" (lower("w")) WHERE "b" is true;--> statement-breakpoint
ALTER TABLE "people" DROP CONSTRAINT "ck", ADD CONSTRAINT "ck" CHECK ("n" > 5 and length("w") < 10);--> statement-breakpoint
CREATE VIEW "vv" AS (select "id", "w" from "people");--> statement-breakpoint
CREATE MATERIALIZED VIEW "mv" AS (select "id" from "people") WITH NO DATA;