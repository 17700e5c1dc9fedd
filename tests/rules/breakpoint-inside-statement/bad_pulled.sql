-- file: 0000_pulled.sql
-- Current sql file was generated after introspecting the database
-- If you want to run this migration please uncomment this code before executing migrations
/*
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint -- expect: breakpoint-inside-statement
CREATE TABLE "posts" (
	"id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE VIEW "all_posts" AS SELECT "id" FROM "posts";
*/
