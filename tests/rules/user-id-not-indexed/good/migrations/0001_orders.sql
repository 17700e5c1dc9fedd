-- One user's rows are found by the index.
CREATE TABLE "client_orders" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  "user_id" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "client_orders_user_idx" ON "client_orders" USING btree ("user_id", "created_at");
--> statement-breakpoint
-- A key is an index.
CREATE TABLE "client_profiles" ("user_id" text PRIMARY KEY NOT NULL);
