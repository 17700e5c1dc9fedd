CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL
);
