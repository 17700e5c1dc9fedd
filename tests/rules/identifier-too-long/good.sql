-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY);
--> statement-breakpoint
CREATE TABLE "attempts" ("user_id" integer, "id" integer PRIMARY KEY);
--> statement-breakpoint
-- Too long, and the only one of that name: drizzle-kit writes many like it.
ALTER TABLE "attempts" ADD CONSTRAINT "notification_delivery_attempts_notification_channel_preferences_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
-- file: 0001_again.sql
-- The same one, once more: the block is there for that.
DO $$ BEGIN
  ALTER TABLE "attempts" ADD CONSTRAINT "notification_delivery_attempts_notification_channel_preferences_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id") NOT VALID;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
