-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE notes (id integer PRIMARY KEY, mood mood NOT NULL, title text);
CREATE TABLE titles (id integer, title text) PARTITION BY LIST (title);
-- file: 0001_happy.sql
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
-- A body in PL/pgSQL is read when it runs.
CREATE FUNCTION happy_notes() RETURNS SETOF notes LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY SELECT * FROM notes WHERE mood = 'happy';
END $$;
--> statement-breakpoint
-- The same word as a text, and the value as one.
CREATE FUNCTION happy_titles() RETURNS SETOF notes LANGUAGE sql
  AS $$ SELECT * FROM notes WHERE title = 'happy' $$;
--> statement-breakpoint
CREATE FUNCTION happy_texts() RETURNS SETOF notes LANGUAGE sql
  AS $$ SELECT * FROM notes WHERE mood::text = 'happy' $$;
--> statement-breakpoint
CREATE TABLE happy_titles_only PARTITION OF titles FOR VALUES IN ('happy');
--> statement-breakpoint
-- With this PostgreSQL creates a function without reading its body.
SET check_function_bodies = off;
--> statement-breakpoint
CREATE FUNCTION unread_notes() RETURNS SETOF notes LANGUAGE sql
  AS $$ SELECT * FROM notes WHERE mood = 'happy' $$;
