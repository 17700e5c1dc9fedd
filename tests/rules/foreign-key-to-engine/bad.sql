-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE client_notes (id uuid PRIMARY KEY, contact_id uuid);
-- file: 0001_keys.sql
CREATE TABLE client_tags (
  id uuid PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE -- expect: foreign-key-to-engine
);
--> statement-breakpoint
ALTER TABLE client_notes ADD CONSTRAINT client_notes_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES public.contacts (id) NOT VALID; -- expect: foreign-key-to-engine
