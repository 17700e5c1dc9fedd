CREATE TABLE "posts" (
	"id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE TABLE "audit"."changes" (
	"id" bigint PRIMARY KEY NOT NULL
);
