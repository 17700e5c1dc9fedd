CREATE FUNCTION "become_member"("team" uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$ -- expect: security-definer-without-search-path
BEGIN
  INSERT INTO members (team, who) VALUES (team, current_setting('app.user')::uuid);
END $$;
