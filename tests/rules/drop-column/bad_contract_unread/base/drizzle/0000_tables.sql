CREATE TABLE "users" (
	"id" integer PRIMARY KEY NOT NULL,
	"email" text,
	"legacy_name" text
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" integer PRIMARY KEY NOT NULL,
	"title" text
);
