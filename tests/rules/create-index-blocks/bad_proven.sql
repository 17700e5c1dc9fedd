-- file: 0000_init.sql
CREATE TABLE chats (id uuid PRIMARY KEY, slug text, workspace_id uuid, archived_at timestamp);
CREATE UNIQUE INDEX chats_slug ON chats (slug);
-- file: 0001_partial.sql
DROP INDEX chats_slug; -- expect: drop-constraint
ALTER TABLE chats ADD COLUMN deleted_at timestamp;
-- No two rows have one slug, since the index that is dropped above has kept them apart: this blocks
-- as any index build does, but cannot fail.
CREATE UNIQUE INDEX chats_slug_active ON chats (slug) WHERE archived_at IS NULL; -- expect: create-index-blocks
-- The primary key proves it for every list of columns that it is part of.
CREATE UNIQUE INDEX chats_id_slug ON chats (id, slug); -- a label of the finding above
