ALTER TYPE "public"."mood" ADD VALUE 'meh' BEFORE 'ok';--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "ck";--> statement-breakpoint
ALTER TABLE "app"."posts" DROP CONSTRAINT "posts_a_users_id_fk";
--> statement-breakpoint
DROP INDEX "i3";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "ident" SET INCREMENT BY 3;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "v0" SET DATA TYPE varchar(40);--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "n6" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "b" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "b" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "extra" text DEFAULT 'x' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."posts" ADD CONSTRAINT "posts_a_users_id_fk" FOREIGN KEY ("a") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "ck" CHECK ("users"."n" > 5 and length("users"."v") < 10);--> statement-breakpoint
DROP POLICY "pol" ON "users" CASCADE;--> statement-breakpoint
CREATE POLICY "pol" ON "users" AS RESTRICTIVE FOR ALL TO public USING (true);