-- A second DROP of what another statement has dropped, perhaps, is the same finding.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, age int CONSTRAINT users_age CHECK (age > 0));
CREATE TABLE posts (id uuid PRIMARY KEY, CONSTRAINT users_age CHECK (id IS NOT NULL));
-- file: 0001_drop.sql
ALTER TABLE users DROP CONSTRAINT users_age CASCADE; -- expect: drop-constraint
ALTER TABLE posts ADD COLUMN n int;
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_age;
-- An index of a constraint cannot be dropped; one that is not valid keeps nothing unique.
DROP INDEX users_pkey; -- expect: will-fail
