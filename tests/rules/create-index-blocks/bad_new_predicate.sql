-- file: 0000_init.sql
CREATE TABLE groups (id uuid PRIMARY KEY, org_id uuid, slug text);
CREATE TABLE chats (id uuid PRIMARY KEY, slug text);
CREATE TABLE plans (id uuid PRIMARY KEY, org_id uuid);
-- file: 0001_partial.sql
-- No group that is there is a default one yet: the index is empty, and no two rows collide.
ALTER TABLE groups ADD COLUMN is_default boolean DEFAULT false NOT NULL;
CREATE UNIQUE INDEX groups_default ON groups (org_id) WHERE is_default = true; -- expect: create-index-blocks
ALTER TABLE plans ADD COLUMN state text DEFAULT 'draft' NOT NULL;
CREATE UNIQUE INDEX plans_live ON plans (org_id) WHERE "plans"."state" = 'live'; -- a label of the finding above
-- Every chat that is there is a live one: two of one slug make it fail.
ALTER TABLE chats ADD COLUMN deleted_at timestamp;
CREATE UNIQUE INDEX chats_slug ON chats (slug) WHERE deleted_at IS NULL; -- expect: create-index-blocks
