CREATE SCHEMA "app";
--> statement-breakpoint
CREATE TYPE "app"."St" AS ENUM('a', 'B');--> statement-breakpoint
CREATE TYPE "mood" AS ENUM('sad', 'ok', 'it''s');--> statement-breakpoint
CREATE SEQUENCE "public"."sq" INCREMENT BY 2 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 10 CACHE 1 CYCLE;--> statement-breakpoint
CREATE TABLE "app"."posts" (
	"a" integer,
	"b" integer,
	"title" text,
	CONSTRAINT "posts_pkey" PRIMARY KEY("a","b")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" serial PRIMARY KEY,
	"ident" integer GENERATED ALWAYS AS IDENTITY (sequence name "users_ident_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 5 CACHE 1),
	"bs" bigserial,
	"ss" smallserial,
	"u" uuid DEFAULT gen_random_uuid() UNIQUE,
	"v" varchar(20) DEFAULT 'it''s',
	"v0" varchar,
	"c" char(3),
	"n" numeric(10,2) DEFAULT '1.50',
	"n6" numeric(6),
	"t" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"t2" timestamp,
	"tm" time(2),
	"d" date DEFAULT '2020-01-01',
	"b" boolean DEFAULT true,
	"j" jsonb DEFAULT '{"a":1}',
	"js" json DEFAULT '[]',
	"r" real DEFAULT 1.5,
	"dp" double precision DEFAULT -2,
	"iv" interval day to second(3),
	"bi" bigint DEFAULT 0,
	"si" smallint DEFAULT -1,
	"ip" inet,
	"cd" cidr,
	"mac" macaddr,
	"pt" point,
	"ln" line,
	"bt" bit(3),
	"m" "mood" DEFAULT 'ok'::"mood" NOT NULL,
	"st" "app"."St" DEFAULT 'B'::"app"."St",
	"marr" "mood"[] DEFAULT '{sad}'::"mood"[],
	"arr" text[] DEFAULT '{}'::text[],
	"arr2" integer[],
	"ct" citext,
	"tsv" tsvector,
	"gen" text GENERATED ALWAYS AS (upper(v)) STORED,
	"CamelCase" text,
	CONSTRAINT "un" UNIQUE NULLS NOT DISTINCT("v","n"),
	CONSTRAINT "ck" CHECK ("n" > 0 and length("v") < 10)
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "i1" ON "users" ("v" DESC NULLS LAST,"n" NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "i2" ON "users" (lower("v")) WHERE "b" is true;--> statement-breakpoint
CREATE INDEX "i3" ON "users" USING gin ("j");--> statement-breakpoint
CREATE INDEX "i4" ON "users" ("v" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "i5" ON "users" ("d" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "app"."posts" ADD CONSTRAINT "posts_a_users_id_fkey" FOREIGN KEY ("a") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;--> statement-breakpoint
ALTER TABLE "app"."posts" ADD CONSTRAINT "fk_named" FOREIGN KEY ("b") REFERENCES "users"("id");--> statement-breakpoint
CREATE VIEW "vv" AS (select "id", "v" from "users");--> statement-breakpoint
CREATE MATERIALIZED VIEW "mv" AS (select "id" from "users") WITH NO DATA;--> statement-breakpoint
CREATE POLICY "pol" ON "users" AS RESTRICTIVE FOR SELECT TO public USING (true);