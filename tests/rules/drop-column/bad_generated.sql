-- file: 0000_init.sql
CREATE TABLE notes (
  id uuid PRIMARY KEY,
  body text,
  length integer GENERATED ALWAYS AS (length(body)) STORED,
  slug text GENERATED ALWAYS AS (lower(body)) STORED UNIQUE,
  words tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED,
  size integer GENERATED ALWAYS AS (octet_length(body)) STORED
);
CREATE INDEX notes_words ON notes USING gin (words);
-- file: 0001_change.sql
-- So drizzle-kit changes an expression: the values are computed anew, and no code misses the column.
ALTER TABLE notes DROP COLUMN length;
ALTER TABLE notes ADD COLUMN length integer GENERATED ALWAYS AS (char_length(trim(body))) STORED; -- expect: table-rewrite
-- But what stands over it goes along, unless it is made again.
ALTER TABLE notes DROP COLUMN slug; -- expect: drop-column
ALTER TABLE notes ADD COLUMN slug text GENERATED ALWAYS AS (upper(body)) STORED;
ALTER TABLE notes DROP COLUMN words, ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED; -- expect: table-rewrite
CREATE INDEX notes_words ON notes USING gin (words); -- expect: create-index-blocks
-- It does not come back.
ALTER TABLE notes DROP COLUMN size; -- expect: drop-column
