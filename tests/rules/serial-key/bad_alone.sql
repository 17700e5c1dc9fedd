-- preset: hogsend
-- Each of these has a counted key of its own, or none.
CREATE TABLE "client_orders" (
  "id" serial NOT NULL, -- expect: serial-key
  "total" integer NOT NULL,
  PRIMARY KEY ("id")
);
--> statement-breakpoint
-- Of two columns, as a table between two others has it: the number comes from one of them.
CREATE TABLE "client_lines" (
  "order_id" uuid NOT NULL,
  "number" serial NOT NULL,
  PRIMARY KEY ("order_id", "number")
);
