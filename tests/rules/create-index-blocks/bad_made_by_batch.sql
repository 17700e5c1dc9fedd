-- What the index needs has another name or type until this runs: nobody can build it before.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, mail text NOT NULL, folder text, slug text, state text);
CREATE TABLE people (id uuid PRIMARY KEY, name text);
CREATE TABLE files (id uuid PRIMARY KEY, key text NOT NULL, CONSTRAINT files_key UNIQUE (key));
CREATE TYPE phase AS ENUM ('open', 'done');
-- file: 0001_rename.sql
ALTER TABLE users RENAME COLUMN mail TO email; -- expect: rename-column
CREATE UNIQUE INDEX users_email ON users (email); -- expect: create-index-blocks
ALTER TABLE people RENAME TO persons; -- expect: rename-table
CREATE INDEX IF NOT EXISTS persons_name ON persons (name); -- expect: create-index-blocks
-- In an expression, too.
ALTER TABLE users ADD COLUMN parent text;
CREATE INDEX users_place ON users (slug, coalesce(parent, '')); -- expect: create-index-blocks
-- The condition would keep the column from its new type.
ALTER TABLE users ALTER COLUMN state TYPE phase USING state::phase; -- expect: table-rewrite
CREATE UNIQUE INDEX users_slug_open ON users (slug) WHERE state = 'open'; -- a label of users_email
-- What kept rows apart stays until the new index is there.
ALTER TABLE files DROP CONSTRAINT files_key; -- expect: drop-constraint
ALTER TABLE files ADD COLUMN deleted_at timestamptz;
CREATE UNIQUE INDEX files_key_live ON files (key) WHERE deleted_at IS NULL; -- expect: create-index-blocks
