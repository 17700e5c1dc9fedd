-- preset: sendoka
-- file: 0000_init.sql
CREATE TABLE "orgs" ("id" varchar(32) PRIMARY KEY NOT NULL);
--> statement-breakpoint
CREATE TABLE "tenants" ("id" varchar(32) PRIMARY KEY NOT NULL, "org_id" varchar(32) NOT NULL);
-- file: 0001_audiences.sql
-- Its rows may belong to one tenant of the org, or to none.
CREATE TABLE "audiences" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "org_id" varchar(32) NOT NULL,
  "tenant_id" varchar(32)
);
--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_tenant_id_tenants_id_fk"
  FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id");
--> statement-breakpoint
-- Members are the org's, never a tenant's.
CREATE TABLE "memberships" ("id" varchar(32) PRIMARY KEY NOT NULL, "org_id" varchar(32) NOT NULL);
--> statement-breakpoint
-- Nobody's in particular.
CREATE TABLE "countries" ("id" varchar(32) PRIMARY KEY NOT NULL);
