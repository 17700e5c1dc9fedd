-- The column comes back under its name, or its values are copied first; one goes with its table.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, settings text, nick_name text);
CREATE TABLE logs (id uuid PRIMARY KEY, line text);
-- file: 0001_again.sql
ALTER TABLE users ADD COLUMN user_nick text;
UPDATE users SET user_nick = nick_name WHERE nick_name IS NOT NULL; -- expect: ddl-with-backfill
ALTER TABLE users DROP COLUMN settings; -- expect: drop-column
ALTER TABLE users ADD COLUMN settings jsonb;
ALTER TABLE users DROP COLUMN nick_name;
ALTER TABLE logs DROP COLUMN line;
DROP TABLE logs; -- expect: drop-table
