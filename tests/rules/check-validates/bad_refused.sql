-- The new column is NULL in every row, which the CHECK refuses.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_phone.sql
ALTER TABLE users ADD COLUMN phone text CHECK (phone IS NOT NULL AND length(phone) > 3); -- expect: check-validates
ALTER TABLE users ADD COLUMN fax text;
-- A label of the finding above. Of INSERTs another rule speaks.
ALTER TABLE users ADD CONSTRAINT users_fax CHECK (fax IS NOT NULL); -- expect: new-required-column
-- It has a value, or may be NULL.
ALTER TABLE users ADD COLUMN pager text DEFAULT '' CHECK (pager IS NOT NULL); -- expect: check-validates
ALTER TABLE users ADD COLUMN telex text CHECK (length(telex) > 3);
