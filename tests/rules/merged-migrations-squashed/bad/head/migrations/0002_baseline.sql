CREATE TABLE "users" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text
);
CREATE TABLE "posts" (
	"id" integer PRIMARY KEY NOT NULL,
	"author" integer
);
