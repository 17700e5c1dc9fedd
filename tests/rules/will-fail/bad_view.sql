-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
CREATE VIEW addresses AS SELECT id, email FROM users;
-- file: 0001_view.sql
-- A view that would lose a column is another rule's: it says which.
CREATE OR REPLACE VIEW addresses AS SELECT id FROM users; -- expect: replace-view
