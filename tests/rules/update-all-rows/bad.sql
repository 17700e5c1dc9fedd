-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL, login text, org_id bigint);
CREATE TABLE orgs (id bigint PRIMARY KEY, name text);
-- file: 0001_lower.sql
UPDATE users SET mail = lower(mail); -- expect: update-all-rows
--> statement-breakpoint
-- A tautology is no condition.
UPDATE orgs SET name = trim(name) WHERE true; -- expect: update-all-rows
