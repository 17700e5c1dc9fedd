-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, email text, name text, age int, city text);
CREATE TABLE sessions (id int PRIMARY KEY);
-- file: 0001_drop.sql
-- hoglint: allow drop-column nothing has read it since v2.3
-- Other comments may stand between it and the statement.
ALTER TABLE users DROP COLUMN email;--> statement-breakpoint
-- At the end of the statement, also behind the breakpoint:
ALTER TABLE users DROP COLUMN name; -- hoglint: allow drop-column never used
--> statement-breakpoint
ALTER TABLE users DROP COLUMN age;--> statement-breakpoint -- hoglint: allow drop-column never used
-- Inside of it:
ALTER TABLE users
  -- hoglint: allow drop-column never used
  DROP COLUMN city;
--> statement-breakpoint
-- Above a DO block it holds for all that is in there.
-- hoglint: allow drop-table moved to the archive
DO $$ BEGIN
  DROP TABLE sessions;
END $$;
