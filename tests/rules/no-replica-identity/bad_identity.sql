-- A primary key whose columns stay unique: what finds the rows of an UPDATE is another matter.
-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE a (id uuid CONSTRAINT a_pk PRIMARY KEY);
ALTER TABLE a ADD CONSTRAINT a_id UNIQUE (id);
CREATE TABLE b (id uuid CONSTRAINT b_pk PRIMARY KEY);
ALTER TABLE b ADD CONSTRAINT b_id UNIQUE (id);
CREATE TABLE c (id uuid CONSTRAINT c_pk PRIMARY KEY);
ALTER TABLE c ADD CONSTRAINT c_id UNIQUE (id);
CREATE TABLE d (id uuid CONSTRAINT d_pk PRIMARY KEY);
ALTER TABLE d ADD CONSTRAINT d_id UNIQUE (id);
CREATE TABLE e (id uuid CONSTRAINT e_pk PRIMARY KEY);
ALTER TABLE e ADD CONSTRAINT e_id UNIQUE (id);
ALTER TABLE d REPLICA IDENTITY FULL;
CREATE TABLE g (id uuid CONSTRAINT g_pk PRIMARY KEY, slug text);
CREATE TABLE other.a (id uuid NOT NULL);
-- file: 0001_drop.sql
ALTER TABLE a DROP CONSTRAINT a_pk; -- expect: no-replica-identity
ALTER TABLE other.a REPLICA IDENTITY FULL;
-- The identity comes back, before or after it, or in the same statement; or it was never the key.
ALTER TABLE b REPLICA IDENTITY FULL;
ALTER TABLE b DROP CONSTRAINT b_pk;
ALTER TABLE c DROP CONSTRAINT c_pk;
ALTER TABLE c REPLICA IDENTITY FULL;
ALTER TABLE d DROP CONSTRAINT d_pk;
ALTER TABLE e DROP CONSTRAINT e_pk, REPLICA IDENTITY FULL;
-- A new key, and what the old one kept unique stays so.
ALTER TABLE g DROP CONSTRAINT g_pk;
ALTER TABLE g ADD COLUMN number serial PRIMARY KEY; -- expect: table-rewrite
ALTER TABLE g ADD CONSTRAINT g_id UNIQUE (id); -- expect: unique-constraint-builds-index
-- One that this batch has added.
CREATE TABLE f (id uuid, CONSTRAINT f_id UNIQUE (id));
ALTER TABLE f ADD CONSTRAINT f_pk PRIMARY KEY (id); -- expect: duplicate-index
ALTER TABLE f DROP CONSTRAINT f_pk;
