-- The path is set with the function.
CREATE FUNCTION "become_member"("team" uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO members (team, who) VALUES (team, current_setting('app.user')::uuid);
END $$;
--> statement-breakpoint
-- It runs with the rights of its caller.
CREATE FUNCTION "twice"("n" integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2';
--> statement-breakpoint
-- The path is set by the statement after it.
CREATE FUNCTION "leave"("team" uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM members WHERE members.team = leave.team;
END $$;
--> statement-breakpoint
ALTER FUNCTION "leave"(uuid) SET search_path = '';
