-- preset: sendoka
-- A page of an org's list is read from the index, in its order.
CREATE TABLE "audiences" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "org_id" varchar(32) NOT NULL,
  "tenant_id" varchar(32) REFERENCES "tenants" ("id"),
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audiences_org_created_idx"
  ON "audiences" USING btree ("org_id", "created_at" DESC NULLS LAST, "id");
--> statement-breakpoint
-- Without created_at there is no such list.
CREATE TABLE "org_settings" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "org_id" varchar(32) NOT NULL,
  "tenant_id" varchar(32) REFERENCES "tenants" ("id")
);
