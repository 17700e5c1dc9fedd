-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, nick text, bio text);
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
-- file: 0001_set.sql
-- One finding for the table, with a label for each other column.
ALTER TABLE users ALTER COLUMN email SET NOT NULL, ALTER COLUMN nick SET NOT NULL; -- expect: set-not-null
--> statement-breakpoint
ALTER TABLE orders ALTER COLUMN total SET NOT NULL; -- expect: set-not-null
--> statement-breakpoint
ALTER TABLE users ALTER COLUMN bio SET NOT NULL;
