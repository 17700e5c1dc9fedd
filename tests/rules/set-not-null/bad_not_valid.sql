-- A CHECK that is not validated proves nothing: PostgreSQL scans.
-- pg: 18
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
ALTER TABLE users ADD CONSTRAINT email_there CHECK (email IS NOT NULL) NOT VALID;
-- file: 0001_set.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL; -- expect: set-not-null
