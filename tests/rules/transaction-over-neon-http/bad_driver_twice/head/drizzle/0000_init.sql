CREATE TABLE "orders" (
	"id" varchar(32) PRIMARY KEY NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
