-- file: 0000_init.sql
CREATE TABLE "attempts" ("id" integer PRIMARY KEY, "notification_delivery_attempts_notification_channel_preferences_first" integer);
CREATE TABLE "deliveries" ("id" integer PRIMARY KEY, "notification_delivery_attempts_notification_channel_preferences" text);
CREATE INDEX "notification_delivery_attempts_notification_channel_preferences_first_idx" ON "attempts" ("id");
-- file: 0001_silent.sql
-- The same ones again.
CREATE INDEX IF NOT EXISTS "notification_delivery_attempts_notification_channel_preferences_first_idx" ON "attempts" ("id");
ALTER TABLE "attempts" ADD COLUMN IF NOT EXISTS "notification_delivery_attempts_notification_channel_preferences_first" integer;
-- Too long, and nothing else of the table has the name.
ALTER TABLE "attempts" ADD COLUMN IF NOT EXISTS "other_notification_delivery_attempts_notification_channel_preferences_second" integer;
-- A value is no name.
ALTER TABLE "deliveries" ADD COLUMN IF NOT EXISTS "notification_delivery_attempts_notification_channel_preferences" text DEFAULT 'notification_delivery_attempts_notification_channel_preferences_first';
