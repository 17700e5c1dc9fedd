-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text);
CREATE VIEW active_users AS SELECT id, email FROM users;
CREATE VIEW contacts AS SELECT id, email, nick FROM users;
CREATE VIEW nicks AS SELECT id, nick FROM users;
GRANT SELECT ON nicks TO pg_monitor;
CREATE MATERIALIZED VIEW user_count AS SELECT count(*) AS n FROM users;
-- file: 0001_drop.sql
DROP VIEW active_users; -- expect: drop-view
DROP MATERIALIZED VIEW user_count; -- expect: drop-view
-- A change: one column is gone.
DROP VIEW contacts; -- expect: drop-view
CREATE VIEW contacts AS SELECT id, email FROM users;
-- A change that only loses what was granted.
DROP VIEW nicks; -- expect: drop-view
CREATE VIEW nicks AS SELECT id, nick FROM users WHERE nick <> '';
