-- No column has the type.
-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- file: 0001_without.sql
DROP TYPE mood; -- expect: enum-recreation
CREATE TYPE mood AS ENUM ('happy');
