-- preset: hogsend
-- As the engine's own tables.
CREATE TABLE "client_orders" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  "total" integer NOT NULL
);
--> statement-breakpoint
-- A number that is no key: of an invoice.
CREATE TABLE "client_invoices" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  "number" integer GENERATED ALWAYS AS IDENTITY
);
