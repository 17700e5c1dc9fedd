-- Up Migration: node-pg-migrate runs this part only
ALTER TABLE users ADD COLUMN name text;

-- Down Migration: the way back
ALTER TABLE users DROP COLUMN name;
