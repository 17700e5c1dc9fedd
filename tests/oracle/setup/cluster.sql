-- What belongs to no database. Each statement runs alone.
CREATE ROLE oracle_owner NOLOGIN SUPERUSER;
CREATE ROLE oracle_reader NOLOGIN;
SET allow_in_place_tablespaces = on;
CREATE TABLESPACE oracle_space LOCATION '';
