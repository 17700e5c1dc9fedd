-- file: 0000_init.sql
CREATE TABLE "members" ("team" uuid, "who" text);
--> statement-breakpoint
CREATE FUNCTION "team_size"("team" uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS 'SELECT count(*) FROM members m WHERE m.team = $1';
--> statement-breakpoint
CREATE FUNCTION "leave"("team" uuid) RETURNS void LANGUAGE sql AS 'DELETE FROM members m WHERE m.team = $1';
--> statement-breakpoint
ALTER FUNCTION "leave"(uuid) SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
-- file: 0001_functions.sql
CREATE OR REPLACE FUNCTION "team_size"("team" uuid) RETURNS bigint LANGUAGE sql STABLE -- expect: replace-function
AS 'SELECT count(DISTINCT m.who) FROM members m WHERE m.team = $1';
--> statement-breakpoint
DROP FUNCTION "leave"(uuid);
--> statement-breakpoint
CREATE FUNCTION "leave"("team" uuid) RETURNS void LANGUAGE sql AS 'DELETE FROM members m WHERE m.team = $1'; -- expect: replace-function
