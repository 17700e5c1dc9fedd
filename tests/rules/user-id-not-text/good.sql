-- preset: hogsend
-- As the engine has it: whatever the application calls its people.
CREATE TABLE "client_orders" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  "user_id" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "client_orders_user_id_idx" ON "client_orders" USING btree ("user_id");
