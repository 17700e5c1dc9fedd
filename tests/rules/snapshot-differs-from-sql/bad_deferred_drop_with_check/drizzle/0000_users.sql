CREATE TABLE "users" (
	"id" bigint PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"nick" text,
	CONSTRAINT "users_nick_check" CHECK ("users"."nick" <> '')
);
