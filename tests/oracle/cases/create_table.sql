-- CREATE TABLE in all its forms: what it does to relations that are there already.

-- case: create-table
CREATE TABLE extra (id bigint PRIMARY KEY, v text UNIQUE, CHECK (id > 0));

-- case: create-table-serial
CREATE TABLE extra (id serial PRIMARY KEY, other bigint GENERATED ALWAYS AS IDENTITY);

-- case: create-table-if-not-exists-present
CREATE TABLE IF NOT EXISTS users (id bigint);

-- case: create-table-present
-- fails: 42P07
CREATE TABLE users (id bigint);

-- case: create-table-references
CREATE TABLE extra (id bigint PRIMARY KEY, org_id bigint REFERENCES orgs (id));

-- case: create-table-references-two
CREATE TABLE extra (id bigint, org_id bigint REFERENCES orgs, user_id bigint REFERENCES users);

-- case: create-table-references-self
CREATE TABLE extra (id bigint PRIMARY KEY, other bigint REFERENCES extra (id));

-- case: create-table-references-partitioned
CREATE TABLE extra (id bigint, at date, FOREIGN KEY (id, at) REFERENCES events (id, created_at));

-- case: create-table-references-not-enforced
-- ok: 18
CREATE TABLE extra (id bigint, org_id bigint REFERENCES orgs (id) NOT ENFORCED);

-- case: create-table-like
CREATE TABLE extra (LIKE users);

-- case: create-table-like-including-all
CREATE TABLE extra (LIKE users INCLUDING ALL);

-- case: create-table-inherits
CREATE TABLE extra (doors integer) INHERITS (vehicles);

-- case: create-table-as
CREATE TABLE extra AS SELECT * FROM users;

-- case: create-table-as-with-no-data
CREATE TABLE extra AS SELECT * FROM users WITH NO DATA;

-- case: create-table-as-of-view
CREATE TABLE extra AS SELECT * FROM active_orgs;

-- case: select-into
SELECT * INTO extra FROM plain;

-- case: create-table-of
CREATE TABLE extra OF address;

-- case: create-table-partitioned
CREATE TABLE extra (id bigint, at date) PARTITION BY RANGE (at);

-- case: create-table-default-function
CREATE TABLE extra (id integer DEFAULT volatile_plpgsql(), n bigint DEFAULT nextval('ticket_numbers'));

-- case: create-table-of-types
CREATE TABLE extra (m mood, a address, e email, o users);

-- case: create-table-temporary
CREATE TEMPORARY TABLE extra (id bigint PRIMARY KEY);

-- case: create-table-temporary-on-commit
CREATE TEMPORARY TABLE extra (id bigint) ON COMMIT DROP;

-- case: create-table-unlogged
CREATE UNLOGGED TABLE extra (id bigint);

-- case: create-table-without-overlaps
-- ok: 18
CREATE TABLE extra (room int4range, during int4range, PRIMARY KEY (room, during WITHOUT OVERLAPS));

-- case: create-table-virtual
-- ok: 18
CREATE TABLE extra (a integer, b integer GENERATED ALWAYS AS (a + 1) VIRTUAL);

-- case: create-table-missing-type
-- fails: 42704
CREATE TABLE extra (id missing_type);

-- case: create-table-missing-reference
-- fails: 42P01
CREATE TABLE extra (id bigint REFERENCES missing (id));

-- case: create-table-in-schema
CREATE TABLE app.extra (id bigint REFERENCES public.orgs (id));

-- case: create-schema-with-table
CREATE SCHEMA extra CREATE TABLE inside (id bigint REFERENCES public.orgs (id));

-- case: create-table-long-name
CREATE TABLE a_name_that_is_longer_than_sixty_three_bytes_and_is_therefore_cut_off (id bigint);
