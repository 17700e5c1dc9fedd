-- What the constraint says of its index is said of the index that is built before.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL, team text);
CREATE TABLE people (id uuid PRIMARY KEY, mail text NOT NULL);
-- file: 0001_unique.sql
ALTER TABLE users ADD CONSTRAINT users_email UNIQUE (email) INCLUDE (team) WITH (fillfactor = 70); -- expect: unique-constraint-builds-index
ALTER TABLE people RENAME COLUMN mail TO email; -- expect: rename-column
ALTER TABLE people ADD CONSTRAINT people_email UNIQUE (email) USING INDEX TABLESPACE pg_default; -- expect: unique-constraint-builds-index
