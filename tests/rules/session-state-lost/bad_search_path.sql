-- What comes next is in public again, or names what is there.
-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE SCHEMA archive;
--> statement-breakpoint
CREATE TABLE orgs (id integer PRIMARY KEY);
-- file: 0001_archive.sql
SET search_path = archive; -- expect: session-state-lost
--> statement-breakpoint
ALTER TABLE orgs ADD COLUMN note text;
--> statement-breakpoint
CREATE TABLE orgs (id integer PRIMARY KEY); -- expect: will-fail
