-- Each statement commits by itself: the two have to be one transaction.
-- runner: autocommit
-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_move.sql
ALTER TABLE users SET SCHEMA app; -- expect: set-schema
