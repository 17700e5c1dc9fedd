CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "low";
--> statement-breakpoint
CREATE TYPE "app"."Kind" AS ENUM('small', 'large');--> statement-breakpoint
CREATE TABLE "app"."files" (
	"rawBytes" bytea
);
--> statement-breakpoint
ALTER TABLE "app"."files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "acme_jobs" (
	"last_run" text,
	"size" "app"."Kind" DEFAULT 'small'::"app"."Kind" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lines" (
	"createdAt" text
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"created_at" text NOT NULL,
	"ID" text
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"createdAt" text
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "low"."tags" (
	"full_name" text[] NOT NULL
);
--> statement-breakpoint
CREATE VIEW "loud" AS (select "created_at", "ID" from "notes");