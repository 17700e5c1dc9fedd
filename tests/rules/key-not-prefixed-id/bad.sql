-- preset: sendoka
CREATE TABLE "events" (
  "id" serial PRIMARY KEY NOT NULL, -- expect: key-not-prefixed-id
  "name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exports" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL, -- expect: key-not-prefixed-id
  "format" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
  "id" varchar(32) PRIMARY KEY NOT NULL,
  "number" integer GENERATED ALWAYS AS IDENTITY -- expect: key-not-prefixed-id
);
