-- file: 0000_init.sql
CREATE TABLE tags (id serial PRIMARY KEY, name text);
-- file: 0001_identity.sql
-- From serial to identity, with the position that the old sequence had.
ALTER TABLE tags ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE tags_id_seq;
ALTER TABLE tags ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('tags', 'id'), (SELECT max(id) FROM tags));
