-- pg: 18
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- Drizzle's breakpoints begin like comments.
CREATE TABLE a (id int);--> statement-breakpoint
CREATE TABLE b (id int);
--> statement-breakpoint
-- Syntax of PostgreSQL 18.
ALTER TABLE a ADD COLUMN twice int GENERATED ALWAYS AS (id * 2) VIRTUAL;
