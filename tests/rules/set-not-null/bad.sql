-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_set.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL; -- expect: set-not-null
