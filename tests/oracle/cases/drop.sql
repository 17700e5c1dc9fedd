-- DROP and TRUNCATE of tables, schemas, functions; what CASCADE takes along.

-- case: drop-table
DROP TABLE plain CASCADE;

-- case: drop-table-without-dependents
DROP TABLE bare;

-- case: drop-table-if-exists-missing
DROP TABLE IF EXISTS missing;

-- case: drop-table-missing
-- fails: 42P01
DROP TABLE missing;

-- case: drop-table-child
DROP TABLE sessions;

-- case: drop-table-parent
-- fails: 2BP01
DROP TABLE orgs;

-- case: drop-table-parent-cascade
DROP TABLE orgs CASCADE;

-- case: drop-table-users-cascade
DROP TABLE users CASCADE;

-- case: drop-table-two
DROP TABLE code_uses, codes;

-- case: drop-table-self-reference
DROP TABLE tree;

-- case: drop-table-inherited
-- fails: 2BP01
DROP TABLE vehicles;

-- case: drop-table-inherited-cascade
DROP TABLE vehicles CASCADE;

-- case: drop-table-inheriting
DROP TABLE cars;

-- case: drop-table-of-publication
-- given
CREATE PUBLICATION bare_publication FOR TABLE bare;
-- then
DROP TABLE bare;

-- case: drop-table-with-matview
-- fails: 2BP01
DROP TABLE plain;

-- case: drop-table-wrong-kind
-- fails: 42809
DROP TABLE plain_view;

-- case: drop-schema
-- fails: 2BP01
DROP SCHEMA app;

-- case: drop-schema-cascade
DROP SCHEMA app CASCADE;

-- case: drop-schema-empty
DROP SCHEMA empty_schema;

-- case: drop-schema-if-exists-missing
DROP SCHEMA IF EXISTS missing CASCADE;

-- case: rename-schema
ALTER SCHEMA app RENAME TO application;

-- case: owner-of-schema
ALTER SCHEMA app OWNER TO oracle_owner;

-- case: create-schema
CREATE SCHEMA extra;

-- case: drop-owned
DROP OWNED BY oracle_owner;

-- case: drop-owned-with-table
-- given
ALTER TABLE bare OWNER TO oracle_owner;
-- then
DROP OWNED BY oracle_owner;

-- case: drop-owned-with-grant
-- given
GRANT SELECT ON bare TO oracle_reader;
-- then
DROP OWNED BY oracle_reader;

-- case: reassign-owned
-- given
ALTER TABLE bare OWNER TO oracle_owner;
-- then
REASSIGN OWNED BY oracle_owner TO CURRENT_USER;

-- case: drop-role-with-objects
-- fails: 2BP01
-- given
ALTER TABLE bare OWNER TO oracle_owner;
-- then
DROP ROLE oracle_owner;

-- case: drop-function
DROP FUNCTION stable_sql();

-- case: drop-function-of-trigger
-- fails: 2BP01
DROP FUNCTION touch();

-- case: drop-function-of-trigger-cascade
DROP FUNCTION touch() CASCADE;

-- case: drop-function-of-default
-- fails: 2BP01
-- given
ALTER TABLE plain ALTER COLUMN a SET DEFAULT volatile_plpgsql();
-- then
DROP FUNCTION volatile_plpgsql();

-- case: drop-function-of-default-cascade
-- given
ALTER TABLE plain ALTER COLUMN a SET DEFAULT volatile_plpgsql();
-- then
DROP FUNCTION volatile_plpgsql() CASCADE;

-- case: drop-function-of-index-cascade
-- given
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE INDEX plain_twice_idx ON plain (twice(a));
-- then
DROP FUNCTION twice CASCADE;

-- case: drop-function-of-check-cascade
-- given
ALTER TABLE bare ADD CONSTRAINT seven CHECK (a <> immutable_plpgsql() OR true);
-- then
DROP FUNCTION immutable_plpgsql() CASCADE;

-- case: drop-procedure
DROP PROCEDURE nothing();

-- case: create-function
CREATE FUNCTION extra() RETURNS integer LANGUAGE sql AS 'SELECT count(*)::integer FROM users';

-- case: create-function-sql-body
CREATE FUNCTION extra() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM public.users; END;

-- case: create-function-plpgsql
CREATE FUNCTION extra() RETURNS users LANGUAGE plpgsql
  AS 'DECLARE u users%ROWTYPE; BEGIN SELECT * INTO u FROM users; RETURN u; END';

-- case: create-or-replace-function
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';

-- case: alter-function
ALTER FUNCTION immutable_sql() VOLATILE;

-- case: rename-function
ALTER FUNCTION touch() RENAME TO touched;

-- case: do-block
DO $$ BEGIN ALTER TABLE bare ADD COLUMN extra text; EXCEPTION WHEN duplicate_column THEN NULL; END $$;

-- case: call-procedure
CALL nothing();

-- case: truncate
TRUNCATE plain;

-- case: truncate-child
TRUNCATE sessions;

-- case: truncate-parent
-- fails: 0A000
TRUNCATE users;

-- case: truncate-parent-cascade
TRUNCATE orgs CASCADE;

-- case: truncate-parent-and-child
TRUNCATE codes, code_uses;

-- case: truncate-restart-identity
TRUNCATE bookings RESTART IDENTITY;

-- case: truncate-unlogged
TRUNCATE scratch;
