-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY);
--> statement-breakpoint
CREATE TABLE "teams" ("id" integer PRIMARY KEY);
--> statement-breakpoint
CREATE TABLE "attempts" ("user_id" integer, "team_id" integer, "id" integer PRIMARY KEY);
--> statement-breakpoint
DO $$ BEGIN
  ALTER TABLE "attempts" ADD CONSTRAINT "notification_delivery_attempts_notification_channel_preferences_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
-- file: 0001_team.sql
DO $$ BEGIN
  ALTER TABLE "attempts" ADD CONSTRAINT "notification_delivery_attempts_notification_channel_preferences_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams" ("id") NOT VALID; -- expect: identifier-too-long
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
