-- file: 0000_init.sql
CREATE EXTENSION pgcrypto;
CREATE EXTENSION postgis;
-- file: 0001_more.sql
-- An extension may have made it.
ALTER TABLE spatial_ref_sys ADD COLUMN note text;
