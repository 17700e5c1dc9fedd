-- The same in other spellings.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL, login text);
CREATE TABLE orgs (id bigint PRIMARY KEY, name text);
-- file: 0001_lower.sql
WITH done AS (UPDATE users SET mail = lower(mail) RETURNING 1) SELECT count(*) FROM done; -- expect: update-all-rows
UPDATE orgs SET name = trim(name) WHERE id IS NOT NULL; -- expect: update-all-rows
