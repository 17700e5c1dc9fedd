-- file: 0000_init.sql
CREATE TYPE color AS ENUM ('red', 'green');
CREATE TYPE size AS ENUM ('s', 'm');
CREATE TABLE users (id uuid PRIMARY KEY, color color);
-- file: 0001_drop.sql
-- Takes the column along.
DROP TYPE color CASCADE; -- expect: drop-type
-- Nothing uses it any more.
DROP TYPE size; -- expect: drop-type
