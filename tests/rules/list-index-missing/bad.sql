-- preset: sendoka
CREATE TABLE "audiences" ( -- expect: list-index-missing
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "org_id" varchar(32) NOT NULL,
  "tenant_id" varchar(32) REFERENCES "tenants" ("id"),
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audiences_org_idx" ON "audiences" USING btree ("org_id");
