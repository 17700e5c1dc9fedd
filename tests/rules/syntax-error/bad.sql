-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_typo.sql
ALTER TABLE users ADD COLUM email text; -- expect: syntax-error
ALTER TABLE users DROP COLUMN id; -- expect: drop-column
