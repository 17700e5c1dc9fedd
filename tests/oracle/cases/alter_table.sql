-- ALTER TABLE subcommands that are about the table as a whole, and several subcommands at once.

-- case: rename-table
ALTER TABLE users RENAME TO members;

-- ALTER INDEX renames a table as well, and then locks it as ALTER TABLE does.
-- case: rename-table-by-alter-index
ALTER INDEX users RENAME TO members;

-- case: rename-index-by-alter-table
ALTER TABLE users_org_idx RENAME TO users_by_org;

-- case: rename-partitioned
ALTER TABLE events RENAME TO occurrences;

-- case: rename-partition
ALTER TABLE events_2024 RENAME TO events_old;

-- case: rename-if-exists-missing
ALTER TABLE IF EXISTS missing RENAME TO other;

-- case: set-schema
ALTER TABLE users SET SCHEMA app;

-- case: set-schema-serial-sequence
ALTER TABLE orgs SET SCHEMA app;

-- case: set-schema-partitioned
ALTER TABLE events SET SCHEMA app;

-- case: owner-to
ALTER TABLE users OWNER TO oracle_owner;

-- case: owner-to-same
ALTER TABLE users OWNER TO CURRENT_USER;

-- case: owner-to-partitioned
ALTER TABLE events OWNER TO oracle_owner;

-- case: set-tablespace
ALTER TABLE users SET TABLESPACE oracle_space;

-- case: set-tablespace-same
ALTER TABLE users SET TABLESPACE pg_default;

-- case: set-tablespace-index
ALTER INDEX users_org_idx SET TABLESPACE oracle_space;

-- case: set-tablespace-matview
ALTER MATERIALIZED VIEW plain_copy SET TABLESPACE oracle_space;

-- case: set-tablespace-partitioned
ALTER TABLE events SET TABLESPACE oracle_space;

-- case: set-tablespace-all
ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY oracle_owner SET TABLESPACE oracle_space;

-- case: set-logged
ALTER TABLE scratch SET LOGGED;

-- case: set-logged-already
ALTER TABLE plain SET LOGGED;

-- case: set-unlogged
ALTER TABLE plain SET UNLOGGED;

-- case: set-unlogged-referenced
-- fails: 42P16
ALTER TABLE orgs SET UNLOGGED;

-- case: set-unlogged-with-indexes-and-sequence
ALTER TABLE bookings SET UNLOGGED;

-- case: set-access-method-same
-- ok: 15-18
ALTER TABLE plain SET ACCESS METHOD heap;

-- case: set-access-method-default
-- ok: 17-18
ALTER TABLE plain SET ACCESS METHOD DEFAULT;

-- case: set-access-method-other
-- ok: 15-18
-- given
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
-- then
ALTER TABLE users SET ACCESS METHOD heap2;

-- case: set-access-method-partitioned
-- ok: 17-18
-- given
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
-- then
ALTER TABLE events SET ACCESS METHOD heap2;

-- case: set-fillfactor
ALTER TABLE users SET (fillfactor = 70);

-- case: reset-fillfactor
ALTER TABLE users RESET (fillfactor);

-- case: set-autovacuum
ALTER TABLE users SET (autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.01);

-- case: set-toast-option
ALTER TABLE users SET (toast.autovacuum_enabled = false);

-- case: set-toast-tuple-target
ALTER TABLE users SET (toast_tuple_target = 200);

-- case: set-parallel-workers
ALTER TABLE users SET (parallel_workers = 4);

-- case: set-user-catalog-table
ALTER TABLE users SET (user_catalog_table = true);

-- case: set-options-partitioned
-- fails: 42809
-- fails: 22023 14-15
ALTER TABLE events SET (fillfactor = 70);

-- case: set-fillfactor-index
ALTER INDEX users_org_idx SET (fillfactor = 70);

-- case: set-fillfactor-matview
ALTER MATERIALIZED VIEW plain_copy SET (fillfactor = 70);

-- case: cluster-on
ALTER TABLE users CLUSTER ON users_org_idx;

-- case: set-without-cluster
ALTER TABLE users SET WITHOUT CLUSTER;

-- case: set-without-oids
ALTER TABLE users SET WITHOUT OIDS;

-- case: replica-identity-full
ALTER TABLE users REPLICA IDENTITY FULL;

-- case: replica-identity-nothing
ALTER TABLE users REPLICA IDENTITY NOTHING;

-- case: replica-identity-default
ALTER TABLE users REPLICA IDENTITY DEFAULT;

-- case: replica-identity-index
ALTER TABLE users REPLICA IDENTITY USING INDEX users_mail_idx;

-- case: inherit
ALTER TABLE trucks INHERIT vehicles;

-- case: no-inherit
ALTER TABLE cars NO INHERIT vehicles;

-- case: of-type
-- given
CREATE TABLE like_address (street text, zip text);
-- then
ALTER TABLE like_address OF address;

-- case: not-of-type
ALTER TABLE of_address NOT OF;

-- case: several-subcommands
ALTER TABLE users ADD COLUMN extra text, DROP COLUMN tag, ALTER COLUMN bio SET DEFAULT 'x';

-- case: several-subcommands-weak-only
ALTER TABLE users ALTER COLUMN mail SET STATISTICS 10, SET (fillfactor = 90), CLUSTER ON users_org_idx;

-- case: several-weak-and-trigger
ALTER TABLE users SET (fillfactor = 90), DISABLE TRIGGER users_touch;

-- case: several-rewrite-once
ALTER TABLE bare ALTER COLUMN a TYPE bigint, ALTER COLUMN id TYPE bigint, ADD COLUMN extra serial;

-- case: several-not-valid-and-validate
ALTER TABLE users ADD CONSTRAINT extra_check CHECK (id > 0) NOT VALID, VALIDATE CONSTRAINT users_score_check;

-- case: several-foreign-key-and-column
ALTER TABLE plain ADD COLUMN org_id bigint, ADD CONSTRAINT plain_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id);

-- case: several-two-foreign-keys
ALTER TABLE plain ADD FOREIGN KEY (a) REFERENCES tree (id) NOT VALID,
  ADD FOREIGN KEY (b) REFERENCES codes (code) NOT VALID;

-- case: several-drop-and-add-constraint
ALTER TABLE users DROP CONSTRAINT users_age_check, ADD CONSTRAINT users_age_check CHECK (age >= 0) NOT VALID;

-- case: several-drop-and-add-foreign-key
ALTER TABLE sessions DROP CONSTRAINT sessions_user_fk,
  ADD CONSTRAINT sessions_user_fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

-- case: several-type-and-default
ALTER TABLE plain ALTER COLUMN c DROP DEFAULT, ALTER COLUMN c TYPE varchar(100), ALTER COLUMN c SET DEFAULT 'x';

-- case: alter-missing-table-if-exists
ALTER TABLE IF EXISTS missing DROP CONSTRAINT c;

-- PostgreSQL drops first: the index is not built for the new type.
-- case: alter-type-and-drop-its-key
-- given
CREATE TABLE one_key (a text CONSTRAINT its_key UNIQUE);
INSERT INTO one_key VALUES ('1'), ('2');
-- then
ALTER TABLE one_key ALTER COLUMN a TYPE integer USING a::integer, DROP CONSTRAINT its_key;
