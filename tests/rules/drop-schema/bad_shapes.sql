-- file: 0000_init.sql
CREATE SCHEMA full_of;
CREATE SCHEMA single;
CREATE SCHEMA empty_one;
CREATE TABLE full_of.users (id uuid PRIMARY KEY, name text);
CREATE INDEX users_name ON full_of.users (name);
CREATE VIEW full_of.names AS SELECT name FROM full_of.users;
CREATE TABLE single.users (id uuid);
CREATE TABLE single.parts (id int) PARTITION BY RANGE (id);
CREATE INDEX parts_id ON single.parts (id);
-- file: 0001_drop.sql
DROP SCHEMA full_of CASCADE; -- expect: drop-schema
DROP SCHEMA single CASCADE; -- expect: drop-schema
DROP SCHEMA empty_one; -- expect: drop-schema
-- Made again: not the one that is dropped.
CREATE SCHEMA another;
DROP SCHEMA IF EXISTS never_created;
DROP SCHEMA another;
