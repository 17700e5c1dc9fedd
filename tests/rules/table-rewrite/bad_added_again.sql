-- DROP COLUMN and ADD COLUMN in one statement, as Prisma changes a type: a new column under the
-- old name, in whatever order it is written.
-- file: 0000_init.sql
CREATE TABLE posts (id integer NOT NULL, code text, note text, CONSTRAINT posts_pkey PRIMARY KEY (id));
CREATE TABLE notes (id integer NOT NULL, code text, CONSTRAINT notes_pkey PRIMARY KEY (id));
CREATE TABLE lines (id integer PRIMARY KEY, code text);
CREATE TABLE pages (id integer PRIMARY KEY, body text);
-- file: 0001_again.sql
ALTER TABLE posts DROP CONSTRAINT posts_pkey, DROP COLUMN id, ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(), ADD CONSTRAINT posts_pkey PRIMARY KEY (id); -- expect: drop-column, table-rewrite, unique-constraint-builds-index
ALTER TABLE notes ADD COLUMN code serial, DROP COLUMN code; -- expect: table-rewrite, drop-column
ALTER TABLE lines DROP COLUMN code, ADD COLUMN IF NOT EXISTS code text DEFAULT random(); -- expect: drop-column, table-rewrite
-- Every row holds NULL: nothing is written.
ALTER TABLE pages DROP COLUMN body, ADD COLUMN body text; -- expect: drop-column
