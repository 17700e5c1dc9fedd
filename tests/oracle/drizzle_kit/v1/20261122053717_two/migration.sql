ALTER TYPE "mood" ADD VALUE 'meh' BEFORE 'ok';--> statement-breakpoint
DROP INDEX "i3";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "extra" text DEFAULT 'x' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "ident" SET INCREMENT BY 3;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "v0" SET DATA TYPE varchar(40) USING "v0"::varchar(40);--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "n6" SET DATA TYPE integer USING "n6"::integer;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "b" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "b" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."posts" DROP CONSTRAINT "posts_a_users_id_fkey", ADD CONSTRAINT "posts_a_users_id_fkey" FOREIGN KEY ("a") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "ck", ADD CONSTRAINT "ck" CHECK ("n" > 5 and length("v") < 10);--> statement-breakpoint
DROP POLICY "pol" ON "users";--> statement-breakpoint
CREATE POLICY "pol" ON "users" AS RESTRICTIVE FOR ALL TO public USING (true);