CREATE TABLE "settings" (
	"id" varchar(32) PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
