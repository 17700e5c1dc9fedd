-- file: 0000_init.sql
CREATE TABLE "events" ("id" bigint NOT NULL, "at" date NOT NULL) PARTITION BY RANGE ("at");--> statement-breakpoint
CREATE TABLE "events_2024" PARTITION OF "events" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');--> statement-breakpoint
CREATE DOMAIN "score" AS integer;--> statement-breakpoint
CREATE TABLE "games" ("id" uuid PRIMARY KEY, "scores" "score"[], "code" text);--> statement-breakpoint
CREATE UNIQUE INDEX "games_code" ON "games" ("code");
-- file: 0001_more.sql
CREATE TABLE "events_2025" PARTITION OF "events" FOR VALUES FROM ('2024-12-31') TO ('2026-01-01'); -- expect: will-fail
--> statement-breakpoint
CREATE TABLE "events_2026" PARTITION OF "events" FOR VALUES FROM ('2027-01-01') TO ('2026-01-01'); -- expect: will-fail
--> statement-breakpoint
ALTER TABLE "events_2024" ALTER COLUMN "id" DROP NOT NULL; -- expect: will-fail
--> statement-breakpoint
ALTER DOMAIN "score" ADD CONSTRAINT "score_positive" CHECK (VALUE > 0); -- expect: will-fail
--> statement-breakpoint
ALTER TABLE "games" REPLICA IDENTITY USING INDEX "games_code"; -- expect: will-fail
