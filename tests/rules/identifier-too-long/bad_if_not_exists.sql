-- IF NOT EXISTS finds the other one of that name.
-- file: 0000_init.sql
CREATE TABLE "attempts" ("id" integer PRIMARY KEY, "notification_delivery_attempts_notification_channel_preferences_first" integer);
CREATE INDEX "notification_delivery_attempts_notification_channel_preferences_first_idx" ON "attempts" ("id");
CREATE TABLE "words" ("id" integer PRIMARY KEY, notification_delivery_attempts_notification_channel_preferences_first integer);
-- file: 0001_more.sql
CREATE INDEX IF NOT EXISTS "notification_delivery_attempts_notification_channel_preferences_second_idx" ON "attempts" ("notification_delivery_attempts_notification_channel_preferences_first"); -- expect: identifier-too-long
ALTER TABLE "attempts" ADD COLUMN "short" integer,
  ADD COLUMN IF NOT EXISTS "notification_delivery_attempts_notification_channel_preferences_second" integer; -- expect: identifier-too-long
ALTER TABLE "words" ADD COLUMN IF NOT EXISTS notification_delivery_attempts_notification_channel_preferences_second integer; -- expect: identifier-too-long
