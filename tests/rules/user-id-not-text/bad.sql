-- preset: hogsend
CREATE TABLE "client_orders" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  "user_id" uuid NOT NULL -- expect: user-id-not-text
);
--> statement-breakpoint
CREATE INDEX "client_orders_user_id_idx" ON "client_orders" USING btree ("user_id");
