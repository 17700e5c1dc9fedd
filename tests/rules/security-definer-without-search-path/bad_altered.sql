-- file: 0000_init.sql
CREATE TABLE "members" ("team" uuid NOT NULL, "who" uuid NOT NULL);
--> statement-breakpoint
CREATE FUNCTION "leave"("gone" uuid) RETURNS void LANGUAGE sql AS 'DELETE FROM members WHERE team = gone';
--> statement-breakpoint
CREATE FUNCTION "join"("team" uuid, "who" uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS 'INSERT INTO members VALUES (team, who)';
--> statement-breakpoint
CREATE FUNCTION "count_of"("asked" uuid) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM members WHERE team = asked';
--> statement-breakpoint
ALTER FUNCTION "count_of"(uuid) SET search_path = '';
-- file: 0001_rights.sql
ALTER FUNCTION "leave"(uuid) SECURITY DEFINER; -- expect: security-definer-without-search-path
--> statement-breakpoint
ALTER FUNCTION "join"(uuid, uuid) RESET "Search_Path"; -- expect: security-definer-without-search-path
--> statement-breakpoint
ALTER ROUTINE "count_of" EXTERNAL SECURITY DEFINER RESET ALL; -- expect: security-definer-without-search-path
--> statement-breakpoint
-- SET ... TO DEFAULT sets nothing, nor does a later statement about something else.
CREATE FUNCTION "empty_teams"() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path TO DEFAULT AS 'DELETE FROM members'; -- expect: security-definer-without-search-path
--> statement-breakpoint
ALTER FUNCTION "empty_teams"() VOLATILE;
--> statement-breakpoint
-- Told of above already.
ALTER FUNCTION "empty_teams"() SECURITY DEFINER;
