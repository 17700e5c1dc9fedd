-- Soft deletion: from now on only rows that are not deleted are unique. One finding for all.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, deleted_at timestamp);
CREATE TABLE hooks (id uuid PRIMARY KEY, path text, deleted_at timestamp);
CREATE UNIQUE INDEX hooks_path ON hooks (path);
-- file: 0001_soft.sql
ALTER TABLE users DROP CONSTRAINT users_email_key; -- expect: drop-constraint
DROP INDEX hooks_path;
CREATE UNIQUE INDEX users_email_live ON users (email) WHERE deleted_at IS NULL; -- expect: create-index-blocks
CREATE UNIQUE INDEX hooks_path_live ON hooks (path) WHERE deleted_at IS NULL;
