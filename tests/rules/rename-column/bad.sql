-- file: 0000_init.sql
CREATE TABLE email_sends (id uuid PRIMARY KEY, resend_id text);
CREATE VIEW sends AS SELECT id, resend_id FROM email_sends;
-- file: 0001_rename.sql
ALTER TABLE "email_sends" RENAME COLUMN "resend_id" TO "message_id"; -- expect: rename-column
ALTER VIEW sends RENAME COLUMN resend_id TO message_id; -- expect: rename-column
