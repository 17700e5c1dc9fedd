ALTER TABLE "users" ADD COLUMN "z" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "y" text;
