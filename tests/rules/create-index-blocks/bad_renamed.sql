-- Built by hand under another name, and renamed: what the remedy says.
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text, login text);
CREATE INDEX users_mail ON users (mail);
-- file: 0001_index.sql
DROP INDEX users_mail;--> statement-breakpoint
ALTER INDEX IF EXISTS users_mail_new RENAME TO users_mail;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS users_mail ON users (mail, login); -- expect: create-index-blocks
