-- all
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE chats (tenant uuid, id uuid, PRIMARY KEY (tenant, id));
CREATE TABLE posts (
  id uuid PRIMARY KEY,
  author uuid NOT NULL REFERENCES users (id) ON DELETE SET NULL, -- expect: set-null-on-not-null
  editor uuid NOT NULL REFERENCES users (id) ON DELETE SET DEFAULT, -- expect: set-null-on-not-null
  reader uuid REFERENCES users (id) ON DELETE SET NULL,
  tenant uuid NOT NULL,
  chat uuid,
  FOREIGN KEY (tenant, chat) REFERENCES chats ON DELETE SET NULL -- expect: set-null-on-not-null
);
-- file: 0001_notes.sql
CREATE TABLE notes (id uuid PRIMARY KEY, author uuid NOT NULL);
-- As drizzle-kit writes it: the key by itself.
ALTER TABLE notes ADD CONSTRAINT notes_author_fkey FOREIGN KEY (author) REFERENCES users (id) ON UPDATE SET NULL; -- expect: set-null-on-not-null
-- file: 0002_required.sql
ALTER TABLE posts ADD CONSTRAINT reader_set CHECK (reader IS NOT NULL) NOT VALID;
-- file: 0003_validate.sql
ALTER TABLE posts VALIDATE CONSTRAINT reader_set;
-- file: 0004_not_null.sql
-- Deletes of users worked until now.
ALTER TABLE posts ALTER COLUMN reader SET NOT NULL; -- expect: set-null-on-not-null
