-- preset: sendoka
-- file: 0000_init.sql
CREATE TABLE "orgs" ("id" varchar(32) PRIMARY KEY NOT NULL);
--> statement-breakpoint
CREATE TABLE "tenants" ("id" varchar(32) PRIMARY KEY NOT NULL, "org_id" varchar(32) NOT NULL);
-- file: 0001_audiences.sql
CREATE TABLE "audiences" ( -- expect: tenant-id-missing
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "org_id" varchar(32) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "segments" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "org_id" varchar(32) NOT NULL,
  "tenant_id" varchar(32) NOT NULL REFERENCES "tenants" ("id") -- expect: tenant-id-missing
);
--> statement-breakpoint
CREATE TABLE "lists" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "org_id" varchar(32) NOT NULL,
  "tenant_id" varchar(32) -- expect: tenant-id-missing
);
