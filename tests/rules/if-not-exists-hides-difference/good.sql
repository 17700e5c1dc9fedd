-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id uuid PRIMARY KEY, age varchar(20), mood mood);
-- file: 0001_silent.sql
-- The same, in other words; the table may have more.
CREATE TABLE IF NOT EXISTS public.users (id uuid PRIMARY KEY, age character varying(20));
ALTER TABLE users ADD COLUMN IF NOT EXISTS mood public.mood;
-- What is missing is added right after.
CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, nick text);
ALTER TABLE users ADD COLUMN IF NOT EXISTS nick text;
-- New.
CREATE TABLE IF NOT EXISTS posts (id uuid PRIMARY KEY);
-- PostgreSQL drops the old one first, wherever that is written: the column is added.
CREATE TABLE notes (id uuid PRIMARY KEY, size text);
ALTER TABLE notes ADD COLUMN IF NOT EXISTS size integer, DROP COLUMN size;
