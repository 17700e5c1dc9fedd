-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
-- One statement a chunk; what a DO block holds is part of it.
ALTER TABLE users ADD COLUMN name text;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN email text;
--> statement-breakpoint
DO $$
BEGIN
  ALTER TABLE users ADD COLUMN phone text;
  ALTER TABLE users ADD COLUMN fax text;
END $$;
