CREATE TYPE "public"."note_status" AS ENUM('open', 'done');--> statement-breakpoint
CREATE TABLE "client_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"status" "note_status" NOT NULL,
	"body" text NOT NULL
);
