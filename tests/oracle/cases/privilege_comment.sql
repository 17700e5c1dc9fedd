-- GRANT, REVOKE, COMMENT, SECURITY LABEL, roles, settings: mostly no lock on a user's relation.

-- case: grant
GRANT SELECT ON users TO oracle_reader;

-- case: grant-column
GRANT SELECT (mail) ON users TO oracle_reader;

-- case: grant-all-in-schema
GRANT SELECT ON ALL TABLES IN SCHEMA app TO oracle_reader;

-- case: grant-schema
GRANT USAGE ON SCHEMA app TO oracle_reader;

-- case: grant-sequence
GRANT USAGE ON SEQUENCE ticket_numbers TO oracle_reader;

-- case: grant-function
GRANT EXECUTE ON FUNCTION touch() TO oracle_reader;

-- case: grant-maintain
-- ok: 17-18
GRANT MAINTAIN ON users TO oracle_reader;

-- case: revoke
REVOKE ALL ON users FROM PUBLIC;

-- case: alter-default-privileges
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO oracle_reader;

-- case: grant-role
GRANT oracle_reader TO oracle_owner;

-- case: create-role
CREATE ROLE extra;

-- case: alter-role
ALTER ROLE oracle_reader SET statement_timeout = '5s';

-- case: comment-on-table
COMMENT ON TABLE users IS 'x';

-- case: comment-on-column
COMMENT ON COLUMN users.mail IS 'x';

-- case: comment-on-view
COMMENT ON VIEW plain_view IS 'x';

-- case: comment-on-matview
COMMENT ON MATERIALIZED VIEW plain_copy IS 'x';

-- case: comment-on-sequence
COMMENT ON SEQUENCE ticket_numbers IS 'x';

-- case: comment-on-constraint
COMMENT ON CONSTRAINT users_age_check ON users IS 'x';

-- case: comment-on-trigger
COMMENT ON TRIGGER users_touch ON users IS 'x';

-- case: comment-on-policy
COMMENT ON POLICY users_all ON users IS 'x';

-- case: comment-on-rule
COMMENT ON RULE bookings_no_delete ON bookings IS 'x';

-- case: comment-on-type
COMMENT ON TYPE mood IS 'x';

-- case: comment-on-composite-attribute
COMMENT ON COLUMN address.zip IS 'x';

-- case: comment-on-domain-constraint
COMMENT ON CONSTRAINT email_has_at ON DOMAIN email IS 'x';

-- case: comment-on-function
COMMENT ON FUNCTION touch() IS 'x';

-- case: comment-on-schema
COMMENT ON SCHEMA app IS 'x';

-- case: comment-on-statistics
COMMENT ON STATISTICS users_stats IS 'x';

-- case: comment-on-publication
COMMENT ON PUBLICATION users_publication IS 'x';

-- case: comment-on-partitioned
COMMENT ON TABLE events IS 'x';

-- case: comment-on-missing
-- fails: 42P01
COMMENT ON TABLE missing IS 'x';

-- case: set-lock-timeout
SET LOCAL lock_timeout = '2s';

-- case: set-search-path
SET search_path = app;

-- case: create-statistics
CREATE STATISTICS extra (dependencies) ON a, b FROM plain;

-- case: alter-statistics
ALTER STATISTICS users_stats SET STATISTICS 200;

-- case: rename-statistics
ALTER STATISTICS users_stats RENAME TO extra;

-- case: drop-statistics
DROP STATISTICS users_stats;

-- case: create-publication
CREATE PUBLICATION extra FOR TABLE orgs, plain;

-- case: create-publication-all
CREATE PUBLICATION extra FOR ALL TABLES;

-- case: create-publication-schema
-- ok: 15-18
CREATE PUBLICATION extra FOR TABLES IN SCHEMA app;

-- case: create-publication-where
-- ok: 15-18
CREATE PUBLICATION extra FOR TABLE users (id, mail) WHERE (id > 3);

-- case: create-publication-partitioned
CREATE PUBLICATION extra FOR TABLE events;

-- case: alter-publication-add
ALTER PUBLICATION users_publication ADD TABLE orgs;

-- case: alter-publication-set
ALTER PUBLICATION users_publication SET TABLE orgs;

-- case: alter-publication-drop
ALTER PUBLICATION users_publication DROP TABLE users;

-- case: alter-publication-options
ALTER PUBLICATION users_publication SET (publish = 'insert');

-- case: drop-publication
DROP PUBLICATION users_publication;

-- case: rename-publication
ALTER PUBLICATION users_publication RENAME TO extra;

-- case: create-subscription
CREATE SUBSCRIPTION extra CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false);

-- case: drop-subscription-if-exists-missing
DROP SUBSCRIPTION IF EXISTS missing;

-- case: create-extension
-- fails: 42710
CREATE EXTENSION plpgsql;

-- case: create-extension-if-not-exists
CREATE EXTENSION IF NOT EXISTS plpgsql;

-- case: create-extension-missing
-- fails: 0A000
-- fails: 58P01 14
CREATE EXTENSION missing;

-- case: create-event-trigger
-- fails: 42883
CREATE EVENT TRIGGER extra ON ddl_command_start EXECUTE FUNCTION extra();

-- case: create-foreign-data-wrapper
CREATE FOREIGN DATA WRAPPER extra;

-- case: create-foreign-table
-- given
CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER remote FOREIGN DATA WRAPPER wrapper;
-- then
CREATE FOREIGN TABLE extra (id integer) SERVER remote;

-- case: drop-foreign-table
-- given
CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER remote FOREIGN DATA WRAPPER wrapper;
CREATE FOREIGN TABLE far (id integer) SERVER remote;
-- then
DROP FOREIGN TABLE far;

-- case: alter-foreign-table
-- given
CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER remote FOREIGN DATA WRAPPER wrapper;
CREATE FOREIGN TABLE far (id integer) SERVER remote;
-- then
ALTER FOREIGN TABLE far ADD COLUMN extra text DEFAULT 'x';

-- case: prepare
PREPARE extra AS SELECT * FROM users;

-- case: listen
LISTEN extra;

-- case: advisory-lock
SELECT pg_advisory_xact_lock(1);
