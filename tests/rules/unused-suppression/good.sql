-- file: 0000_init.sql
CREATE TABLE a (id int PRIMARY KEY, name text);
CREATE TABLE b (id int PRIMARY KEY, name text);
CREATE TABLE c (id int PRIMARY KEY, name text);
CREATE TABLE d (id int PRIMARY KEY, name text);
CREATE TABLE sessions (id int PRIMARY KEY);
-- file: 0001_drop.sql
-- hoglint: allow drop-column nothing has read it since v2.3
-- Other comments may stand between it and the statement.
ALTER TABLE a DROP COLUMN name;--> statement-breakpoint
-- At the end of the statement, also behind the breakpoint:
ALTER TABLE b DROP COLUMN name; -- hoglint: allow drop-column never used
--> statement-breakpoint
ALTER TABLE c DROP COLUMN name;--> statement-breakpoint -- hoglint: allow drop-column never used
-- Inside of it:
ALTER TABLE d
  -- hoglint: allow drop-column never used
  DROP COLUMN name;
--> statement-breakpoint
-- Above a DO block it holds for all that is in there.
-- hoglint: allow drop-table moved to the archive
DO $$ BEGIN
  DROP TABLE sessions;
END $$;
