-- file: 0000_init.sql
CREATE TABLE chats (id uuid PRIMARY KEY, slug text, owner text);
CREATE UNIQUE INDEX chats_slug ON chats (slug) WHERE owner IS NOT NULL;
CREATE UNIQUE INDEX chats_owner ON chats (owner);
-- file: 0001_wider.sql
DROP INDEX chats_owner;
UPDATE chats SET owner = 'nobody' WHERE id = '00000000-0000-0000-0000-000000000001';
-- The update between may have made two rows equal, and the partial index speaks for some rows only.
CREATE UNIQUE INDEX chats_owner_again ON chats (owner); -- expect: create-index-blocks
CREATE UNIQUE INDEX chats_slug_all ON chats (slug); -- a label of the finding above
