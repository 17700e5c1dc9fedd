-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, nick text);
-- file: 0001_silent.sql
-- The files never create the table: nothing is dropped.
ALTER TABLE IF EXISTS people DROP COLUMN nick;
-- The files never add the column.
ALTER TABLE users DROP COLUMN IF EXISTS never_added CASCADE;
