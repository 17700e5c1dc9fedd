-- file: 0000_init.sql
CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text);
--> statement-breakpoint
CREATE FUNCTION "audit"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER "users_audit" AFTER UPDATE ON "users" FOR EACH ROW EXECUTE FUNCTION "audit"();
-- file: 0001_load.sql
ALTER TABLE "users" DISABLE TRIGGER ALL; -- expect: disable-trigger
--> statement-breakpoint
ALTER TABLE "users" ENABLE TRIGGER ALL;
--> statement-breakpoint
ALTER TABLE "users" DISABLE TRIGGER "users_audit"; -- expect: disable-trigger
--> statement-breakpoint
SET LOCAL session_replication_role = replica; -- expect: disable-trigger
