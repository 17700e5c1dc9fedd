CREATE TABLE "client_orders" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  "user_id" text NOT NULL
);
--> statement-breakpoint
-- It begins with another column: no help for one user's rows.
CREATE INDEX "client_orders_id_user_idx" ON "client_orders" USING btree ("id", "user_id");
