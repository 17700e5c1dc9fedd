-- file: 0000_init.sql
CREATE TYPE mood AS (a text, b integer);
CREATE DOMAIN size AS text CHECK (VALUE <> '');
CREATE TABLE users (id bigint PRIMARY KEY, feeling mood, shirt size);
-- file: 0001_again.sql
-- Neither was an enum: enum-recreation has nothing to say.
ALTER TABLE users ALTER COLUMN feeling SET DATA TYPE text USING (feeling).a; -- expect: table-rewrite
DROP TYPE mood; -- expect: drop-type
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TABLE users ALTER COLUMN feeling SET DATA TYPE mood USING feeling::mood;
ALTER TABLE users ALTER COLUMN shirt SET DATA TYPE text;
DROP DOMAIN size; -- expect: drop-type
CREATE TYPE size AS ENUM ('s', 'm', 'l');
ALTER TABLE users ALTER COLUMN shirt SET DATA TYPE size USING shirt::size;
