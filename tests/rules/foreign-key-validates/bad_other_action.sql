-- The key comes back with another action, which is more than a check of rows.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (
  id uuid PRIMARY KEY,
  author uuid CONSTRAINT posts_author_fk REFERENCES users (id) ON DELETE CASCADE,
  editor uuid CONSTRAINT posts_editor_fk REFERENCES users (id)
);
-- file: 0001_action.sql
ALTER TABLE posts DROP CONSTRAINT posts_author_fk;
ALTER TABLE posts ADD CONSTRAINT posts_author_fk FOREIGN KEY (author) REFERENCES users (id) ON DELETE RESTRICT; -- expect: foreign-key-validates
--> statement-breakpoint
-- Both refuse the DELETE.
ALTER TABLE posts DROP CONSTRAINT posts_editor_fk;
ALTER TABLE posts ADD CONSTRAINT posts_editor_fk FOREIGN KEY (editor) REFERENCES users (id) ON DELETE RESTRICT;
