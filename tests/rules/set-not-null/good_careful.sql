-- all
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, login text);
-- file: 0001_prove.sql
-- The proof of careful people, first deploy: nobody waits for it.
ALTER TABLE users ADD CONSTRAINT users_email_there CHECK (email IS NOT NULL) NOT VALID;
-- file: 0002_validate.sql
-- Second deploy: reads and writes go on.
ALTER TABLE users VALIDATE CONSTRAINT users_email_there;
-- file: 0003_set.sql
-- Third: the CHECK spares the scan, and goes once it has served.
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
--> statement-breakpoint
ALTER TABLE users DROP CONSTRAINT users_email_there;
