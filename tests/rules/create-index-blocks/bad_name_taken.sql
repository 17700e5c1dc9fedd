-- The name is another index's until this deploy.
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text, login text, state text);
CREATE INDEX users_mail ON users (mail);
CREATE INDEX "users_State" ON users (state);
ALTER TABLE users ADD CONSTRAINT users_login UNIQUE (login);
-- file: 0001_index.sql
DROP INDEX users_mail;--> statement-breakpoint
CREATE INDEX users_mail ON users (mail, login);--> statement-breakpoint -- expect: create-index-blocks
-- IF NOT EXISTS finds nothing either.
ALTER INDEX "users_State" RENAME TO users_state_old;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "users_State" ON users (state, id);--> statement-breakpoint
ALTER TABLE users DROP CONSTRAINT users_login;--> statement-breakpoint -- expect: drop-constraint
CREATE UNIQUE INDEX users_login ON users (lower(login)); -- expect: create-index-blocks
