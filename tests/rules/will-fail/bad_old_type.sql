-- What was written for the old type of a column: its default, a partial index, a CHECK, a foreign
-- key.
-- file: 0000_init.sql
CREATE TYPE "role" AS ENUM ('user', 'admin', 'guest');
--> statement-breakpoint
CREATE TYPE "status" AS ENUM ('active', 'gone');
--> statement-breakpoint
CREATE TABLE "users" ("id" integer PRIMARY KEY, "role" "role" DEFAULT 'user' NOT NULL, "status" "status" NOT NULL, "age" integer CHECK ("age" >= 0));
--> statement-breakpoint
CREATE INDEX "active_users" ON "users" ("id") WHERE "status" = 'active';
--> statement-breakpoint
CREATE TABLE "posts" ("id" integer PRIMARY KEY, "author" integer REFERENCES "users" ("id"));
-- file: 0001_types.sql
-- drizzle-kit's own statements: the default is 'user'::role still.
ALTER TABLE "users" ALTER COLUMN "role" SET DATA TYPE text;
--> statement-breakpoint
DROP TYPE "role"; -- expect: enum-recreation, will-fail
--> statement-breakpoint
CREATE TYPE "role" AS ENUM ('user', 'admin');
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "role" SET DATA TYPE "role" USING "role"::"role";
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "status" SET DATA TYPE text; -- expect: table-rewrite, will-fail
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "age" SET DATA TYPE varchar(3); -- expect: will-fail
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "id" SET DATA TYPE text; -- expect: will-fail
