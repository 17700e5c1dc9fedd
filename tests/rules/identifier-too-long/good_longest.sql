-- Names of 63 bytes are not cut, and what is cut elsewhere takes nothing away.
-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE a (id integer PRIMARY KEY, notification_delivery_attempts_notification_channel_preferences integer);
CREATE INDEX notification_delivery_attempts_notification_channel_preferencei ON a (id);
CREATE TABLE other.a (id integer PRIMARY KEY);
CREATE INDEX notification_delivery_attempts_notification_channel_preferences_other ON other.a (id);
-- file: 0001_silent.sql
ALTER TABLE a ADD COLUMN IF NOT EXISTS notification_delivery_attempts_notification_channel_preferences integer;
CREATE INDEX IF NOT EXISTS notification_delivery_attempts_notification_channel_preferencei ON a (id);
-- It would fail if the name were taken: nothing keeps quiet.
ALTER TABLE a ADD COLUMN notification_delivery_attempts_notification_channel_preferenc_x_and_more integer;
ALTER TABLE a ADD CONSTRAINT notification_delivery_attempts_notification_channel_preferenc_y_and_more CHECK (id > 0) NOT VALID;
-- The long name is of the column that is indexed, not of the index.
CREATE INDEX IF NOT EXISTS short ON other.a ((1), (id + length('notification_delivery_attempts_notification_channel_preferences_and_more'))); -- hoglint: allow create-index-blocks the table is small
