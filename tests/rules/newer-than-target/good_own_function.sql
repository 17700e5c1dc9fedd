-- pg: 16
-- The files bring their own function of that name.
CREATE FUNCTION "uuidv7"() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()';
--> statement-breakpoint
CREATE TABLE "codes" ("id" uuid PRIMARY KEY DEFAULT uuidv7());
--> statement-breakpoint
-- A comment and a string that speak of NULLS NOT DISTINCT are no use of it.
COMMENT ON TABLE "codes" IS 'IS JSON, MERGE and NULLS NOT DISTINCT';
--> statement-breakpoint
-- So does another schema.
CREATE SCHEMA app;
--> statement-breakpoint
CREATE FUNCTION app.casefold(t text) RETURNS text LANGUAGE sql AS 'SELECT lower(t)';
--> statement-breakpoint
CREATE VIEW folded AS SELECT app.casefold('A') AS word;
