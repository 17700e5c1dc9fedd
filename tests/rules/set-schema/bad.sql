-- file: 0000_init.sql
CREATE SCHEMA app;
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- file: 0001_move.sql
ALTER TABLE users SET SCHEMA app; -- expect: set-schema
ALTER TYPE mood SET SCHEMA app; -- expect: set-schema
