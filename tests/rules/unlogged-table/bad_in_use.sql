-- What is there already is lost as well.
-- file: 0000_init.sql
CREATE TABLE sessions (id uuid PRIMARY KEY, seen timestamptz);
CREATE TABLE caches (id uuid PRIMARY KEY);
CREATE UNLOGGED TABLE scratch (id uuid PRIMARY KEY);
CREATE TABLE parts (id int PRIMARY KEY) PARTITION BY RANGE (id);
-- file: 0001_unlogged.sql
ALTER TABLE sessions SET UNLOGGED; -- expect: table-rewrite, unlogged-table
-- A table without rows, as CREATE UNLOGGED TABLE makes one.
CREATE TABLE drafts (id uuid PRIMARY KEY);
ALTER TABLE drafts SET UNLOGGED; -- expect: unlogged-table
-- It is so already, it is logged again, or there is nothing to log.
ALTER TABLE scratch SET UNLOGGED;
ALTER TABLE caches SET UNLOGGED; -- expect: table-rewrite
ALTER TABLE caches SET LOGGED; -- expect: table-rewrite
ALTER TABLE parts SET UNLOGGED;
