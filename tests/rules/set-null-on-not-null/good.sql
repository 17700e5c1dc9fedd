-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE chats (tenant uuid, id uuid, PRIMARY KEY (tenant, id));
CREATE TABLE posts (
  id uuid PRIMARY KEY,
  -- It may be NULL.
  author uuid REFERENCES users (id) ON DELETE SET NULL,
  -- There is a default.
  editor uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' REFERENCES users (id) ON DELETE SET DEFAULT,
  tenant uuid NOT NULL,
  chat uuid,
  -- The column that is NOT NULL stays as it is.
  FOREIGN KEY (tenant, chat) REFERENCES chats ON DELETE SET NULL (chat)
);
-- file: 0001_later.sql
-- The same batch takes back what would fail.
CREATE TABLE notes (id uuid PRIMARY KEY, author uuid NOT NULL CONSTRAINT notes_author_fkey REFERENCES users (id) ON DELETE SET NULL, reader uuid NOT NULL REFERENCES users (id) ON DELETE SET NULL, gone uuid NOT NULL REFERENCES users (id) ON DELETE SET NULL);
ALTER TABLE notes ALTER COLUMN reader DROP NOT NULL;
ALTER TABLE notes DROP CONSTRAINT notes_author_fkey;
ALTER TABLE notes DROP COLUMN gone;
CREATE TABLE drafts (id uuid PRIMARY KEY REFERENCES users (id) ON DELETE SET NULL);
DROP TABLE drafts;
