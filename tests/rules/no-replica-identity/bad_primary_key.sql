-- The columns stay unique, yet the table has no replica identity any more.
-- file: 0000_init.sql
CREATE TABLE users (id uuid CONSTRAINT users_pk PRIMARY KEY, email text);
CREATE UNIQUE INDEX users_id_idx ON users (id);
CREATE TABLE posts (id uuid CONSTRAINT posts_pk PRIMARY KEY, slug text NOT NULL);
CREATE UNIQUE INDEX posts_id_idx ON posts (id);
-- file: 0001_drop.sql
ALTER TABLE users DROP CONSTRAINT users_pk; -- expect: no-replica-identity
-- This one gets another identity.
ALTER TABLE posts REPLICA IDENTITY USING INDEX posts_id_idx;
ALTER TABLE posts DROP CONSTRAINT posts_pk;
