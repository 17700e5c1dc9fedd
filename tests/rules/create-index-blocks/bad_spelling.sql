-- file: 0000_init.sql
CREATE TABLE groups (id integer PRIMARY KEY, org_id integer);
-- file: 0001_partial.sql
-- However FALSE and the condition are written: no old row is in the index, so none can be twice.
ALTER TABLE groups ADD COLUMN is_default boolean NOT NULL DEFAULT FALSE;
CREATE UNIQUE INDEX groups_default ON groups (org_id) WHERE ("groups" . IS_DEFAULT=TRUE); -- expect: create-index-blocks
