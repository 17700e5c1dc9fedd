-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL, login text, org_id bigint);
CREATE TABLE orgs (id bigint PRIMARY KEY, name text);
-- file: 0001_login.sql
-- How many rows have none is not known: a note.
UPDATE users SET login = mail WHERE login IS NULL; -- expect: update-all-rows
--> statement-breakpoint
-- The same for a join; a second UPDATE of the table is a label of the first.
UPDATE users SET login = orgs.name FROM orgs WHERE orgs.id = users.org_id;
