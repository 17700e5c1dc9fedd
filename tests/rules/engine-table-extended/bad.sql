-- owner: hogsend
-- file: 0000_init.sql
CREATE TABLE client_notes (id uuid PRIMARY KEY);
-- file: 0001_extends.sql
ALTER TABLE contacts ADD COLUMN acme_tier text; -- expect: engine-table-extended
--> statement-breakpoint
CREATE INDEX acme_deals_created_at_idx ON deals (created_at); -- expect: create-index-blocks, engine-table-extended
