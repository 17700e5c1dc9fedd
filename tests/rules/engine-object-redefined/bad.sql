-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE notes (id uuid PRIMARY KEY, source text);
-- file: 0001_redefines.sql
CREATE TYPE "journey_status" AS ENUM('active', 'done'); -- expect: engine-object-redefined
--> statement-breakpoint
CREATE TABLE "contacts" ( -- expect: engine-object-redefined
  "id" uuid PRIMARY KEY NOT NULL,
  "email" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_email_unique_idx" ON "contacts" ("email");
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS flags (id uuid PRIMARY KEY); -- expect: engine-object-redefined
--> statement-breakpoint
CREATE INDEX links_source_idx ON notes (source); -- expect: engine-object-redefined
--> statement-breakpoint
CREATE VIEW deals AS SELECT id FROM notes; -- expect: engine-object-redefined
--> statement-breakpoint
-- A table's row type has the table's name, too.
CREATE TABLE dlq_status (id integer PRIMARY KEY); -- expect: engine-object-redefined
--> statement-breakpoint
ALTER TABLE notes RENAME TO campaigns; -- expect: engine-object-redefined
