-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE client_notes (id uuid PRIMARY KEY, contact_id uuid, user_id text);
-- file: 0001_keys.sql
-- What happens to the own rows when the engine deletes its own is in the action.
ALTER TABLE client_notes ADD CONSTRAINT a FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE SET NULL NOT VALID; -- expect: foreign-key-to-engine
ALTER TABLE client_notes ADD CONSTRAINT b FOREIGN KEY (user_id) REFERENCES "user" (id) ON DELETE SET DEFAULT NOT VALID; -- expect: foreign-key-to-engine
ALTER TABLE client_notes ADD CONSTRAINT c FOREIGN KEY (contact_id) REFERENCES email_sends (id) ON DELETE RESTRICT NOT VALID; -- expect: foreign-key-to-engine
-- The same table again: one finding.
ALTER TABLE client_notes ADD CONSTRAINT d FOREIGN KEY (contact_id) REFERENCES contacts (id) NOT VALID;
