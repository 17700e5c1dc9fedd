CREATE TYPE "public"."status" AS ENUM('open', 'paid');--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"status" "status" DEFAULT 'open' NOT NULL
);
