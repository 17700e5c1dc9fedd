-- file: 0000_chats.sql
CREATE TABLE chats (id bigint NOT NULL, org_id bigint NOT NULL, PRIMARY KEY (id, org_id));
CREATE TABLE runs (id bigint PRIMARY KEY, org_id bigint NOT NULL, chat_id bigint, bot_id bigint);
CREATE TABLE notes (id bigint PRIMARY KEY, org_id bigint NOT NULL, chat_id bigint, bot_id bigint);

-- file: 0001_keys.sql
-- Only chat_id becomes NULL when a chat goes: org_id must not. The remedy says the same.
ALTER TABLE runs ADD CONSTRAINT runs_chat_fk FOREIGN KEY (chat_id, org_id) REFERENCES chats (id, org_id) ON DELETE SET NULL (chat_id); -- expect: foreign-key-validates
-- The first key of a statement has no list, though the second has one.
ALTER TABLE notes
  ADD CONSTRAINT notes_bot_fk FOREIGN KEY (bot_id, org_id) REFERENCES chats (id, org_id) ON DELETE SET NULL, -- expect: foreign-key-validates, set-null-on-not-null
  ADD CONSTRAINT notes_chat_fk FOREIGN KEY (chat_id, bot_id) REFERENCES chats (id, org_id) ON DELETE SET NULL (chat_id, bot_id); -- a label of the finding above
