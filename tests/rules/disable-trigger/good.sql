-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text);
--> statement-breakpoint
CREATE FUNCTION "audit"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER "users_audit" AFTER UPDATE ON "users" FOR EACH ROW EXECUTE FUNCTION "audit"();
-- file: 0001_load.sql
-- One trigger, by its name, off and on again in one transaction: the lock keeps other writers out.
ALTER TABLE "users" DISABLE TRIGGER "users_audit";
--> statement-breakpoint
ALTER TABLE "users" ENABLE TRIGGER "users_audit";
--> statement-breakpoint
-- A table of this batch has no rows that could get past a trigger.
CREATE TABLE "notes" ("id" integer PRIMARY KEY);
--> statement-breakpoint
ALTER TABLE "notes" DISABLE TRIGGER USER;
--> statement-breakpoint
-- As it always is.
SET session_replication_role = DEFAULT;
