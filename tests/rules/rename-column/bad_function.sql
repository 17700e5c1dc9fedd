-- Functions go on naming the column.
-- file: 0000_init.sql
CREATE TABLE messages (id integer PRIMARY KEY, org text, body text);
CREATE TABLE orgs (id text PRIMARY KEY, org text);
CREATE FUNCTION message_count(v text) RETURNS bigint LANGUAGE sql AS $$
  SELECT count(*) FROM messages m WHERE m.org = v
$$;
CREATE PROCEDURE move_messages(v text) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE messages SET org = v;
END $$;
-- Another table's column, a parameter, an output of that name, a handler, a replaced one.
CREATE FUNCTION org_count(v text) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orgs WHERE org = v';
CREATE FUNCTION body_count(org text) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM messages WHERE body = org';
CREATE FUNCTION first_body() RETURNS text LANGUAGE sql AS 'SELECT min(body) AS org FROM messages ORDER BY org';
CREATE FUNCTION try_move() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE messages SET org = 'x';
EXCEPTION WHEN undefined_column THEN NULL;
END $$;
CREATE FUNCTION old_count() RETURNS bigint LANGUAGE sql AS 'SELECT count(org) FROM messages';
CREATE FUNCTION gone_count() RETURNS bigint LANGUAGE sql AS 'SELECT count(org) FROM messages';
DROP FUNCTION gone_count();
-- file: 0001_rename.sql
ALTER TABLE messages RENAME COLUMN org TO org_id; -- expect: rename-column
CREATE OR REPLACE FUNCTION old_count() RETURNS bigint LANGUAGE sql AS 'SELECT count(org_id) FROM messages';
