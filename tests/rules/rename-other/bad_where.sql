-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN email AS text;
CREATE DOMAIN code AS text;
CREATE TABLE users (id uuid CONSTRAINT users_pk PRIMARY KEY, nick text);
CREATE TABLE teams (id uuid CONSTRAINT teams_pk PRIMARY KEY);
CREATE MATERIALIZED VIEW app.totals AS SELECT count(*) FROM users;
CREATE VIEW app.everyone AS SELECT id FROM users;
CREATE SEQUENCE app.numbers;
CREATE FUNCTION app.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW left_view AS SELECT 1 AS one;
CREATE VIEW kept_view AS SELECT 1 AS one;
CREATE SEQUENCE left_sequence;
CREATE SEQUENCE taken;
-- file: 0001_rename.sql
-- The names are shown with their schema where it is not public.
ALTER TYPE app.mood RENAME VALUE 'sad' TO 'unhappy'; -- expect: rename-other
ALTER TYPE app.mood RENAME TO feeling; -- expect: rename-other
ALTER DOMAIN email RENAME TO mail; -- expect: rename-other
ALTER MATERIALIZED VIEW app.totals RENAME TO sums; -- expect: rename-other
ALTER VIEW app.everyone RENAME TO all_users; -- expect: rename-other
ALTER SEQUENCE app.numbers RENAME TO invoice_numbers; -- expect: rename-other
ALTER FUNCTION app.one() RENAME TO uno; -- expect: rename-other
-- A constraint that is older than this batch, of a table that got another one in it.
ALTER TABLE users ADD CONSTRAINT users_nick CHECK (nick <> '') NOT VALID;
ALTER TABLE users RENAME CONSTRAINT users_pk TO users_pkey; -- expect: rename-other
-- What takes the old name is something else, or takes another name.
ALTER VIEW left_view RENAME TO right_view; -- expect: rename-other
ALTER SEQUENCE taken RENAME TO left_view; -- expect: rename-other
ALTER VIEW kept_view RENAME TO moved_view; -- expect: rename-other
COMMENT ON VIEW moved_view IS 'was kept_view';
