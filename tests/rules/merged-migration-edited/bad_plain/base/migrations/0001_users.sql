CREATE TABLE "users" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text
);
CREATE INDEX users_name ON users (name);
