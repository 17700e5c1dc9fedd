CREATE TABLE "posts" (
	"id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "users_email_lower" ON "users" (lower("email"));