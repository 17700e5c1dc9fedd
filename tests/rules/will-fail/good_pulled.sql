-- file: 0000_pulled.sql
-- Current sql file was generated after introspecting the database: what it describes was there.
-- file: 0001_more.sql
-- It may have been there before the first migration.
ALTER TABLE users ADD COLUMN note text;
