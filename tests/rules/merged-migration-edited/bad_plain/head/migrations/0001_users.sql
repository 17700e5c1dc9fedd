CREATE TABLE "users" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text
);
CREATE UNIQUE INDEX users_name ON users (name);
CREATE INDEX users_id ON users (id);
