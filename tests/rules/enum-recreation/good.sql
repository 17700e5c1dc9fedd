-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE color AS ENUM ('red', 'green');
CREATE TABLE users (id uuid PRIMARY KEY, mood mood);
-- file: 0001_silent.sql
-- In place: no row is touched.
ALTER TYPE mood ADD VALUE 'happy';
-- No column has the type, and the new one has all its values.
DROP TYPE color;
CREATE TYPE color AS ENUM ('green', 'red', 'blue');
-- The same batch has created it.
CREATE TYPE size AS ENUM ('s', 'm');
DROP TYPE size;
CREATE TYPE size AS ENUM ('s', 'l');
