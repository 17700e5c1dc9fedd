-- owner: hogsend
-- file: 0000_init.sql
CREATE SCHEMA IF NOT EXISTS drizzle;
-- file: 0001_reads.sql
-- Reading it is free.
CREATE VIEW client_deploys AS SELECT count(*) AS migrations FROM drizzle.__drizzle_migrations;
-- The same name in another schema is another table.
CREATE SCHEMA app;
CREATE TABLE app.__drizzle_migrations (id integer PRIMARY KEY);
