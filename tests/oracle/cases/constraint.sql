-- Constraints of every kind: added, validated, altered, renamed, dropped.

-- case: add-check
ALTER TABLE users ADD CONSTRAINT extra CHECK (age < 200);

-- case: add-check-not-valid
ALTER TABLE users ADD CONSTRAINT extra CHECK (age < 200) NOT VALID;

-- case: add-check-violated
-- fails: 23514
ALTER TABLE users ADD CONSTRAINT extra CHECK (age < 10);

-- case: add-check-not-enforced
-- ok: 18
ALTER TABLE users ADD CONSTRAINT extra CHECK (age < 200) NOT ENFORCED;

-- case: add-check-no-inherit
ALTER TABLE vehicles ADD CONSTRAINT extra CHECK (wheels < 20) NO INHERIT;

-- case: add-check-inheritance
ALTER TABLE vehicles ADD CONSTRAINT extra CHECK (wheels < 20);

-- case: add-check-partitioned
ALTER TABLE events ADD CONSTRAINT extra CHECK (id >= 0);

-- case: add-check-partitioned-not-valid
ALTER TABLE events ADD CONSTRAINT extra CHECK (id >= 0) NOT VALID;

-- case: add-check-partitioned-only
-- fails: 42P16
ALTER TABLE ONLY events ADD CONSTRAINT extra CHECK (id >= 0);

-- case: validate-check
ALTER TABLE users VALIDATE CONSTRAINT users_score_check;

-- case: validate-check-already
ALTER TABLE users VALIDATE CONSTRAINT users_age_check;

-- case: validate-check-partitioned
-- given
ALTER TABLE events ADD CONSTRAINT extra CHECK (id >= 0) NOT VALID;
-- then
ALTER TABLE events VALIDATE CONSTRAINT extra;

-- case: validate-missing
-- fails: 42704
ALTER TABLE users VALIDATE CONSTRAINT missing;

-- case: drop-check
ALTER TABLE users DROP CONSTRAINT users_age_check;

-- case: drop-check-partitioned
-- given
ALTER TABLE events ADD CONSTRAINT extra CHECK (id >= 0);
-- then
ALTER TABLE events DROP CONSTRAINT extra;

-- case: drop-constraint-if-exists-missing
ALTER TABLE users DROP CONSTRAINT IF EXISTS missing;

-- case: drop-constraint-missing
-- fails: 42704
ALTER TABLE users DROP CONSTRAINT missing;

-- case: rename-constraint
ALTER TABLE users RENAME CONSTRAINT users_age_check TO age_is_positive;

-- case: rename-constraint-with-index
ALTER TABLE orgs RENAME CONSTRAINT orgs_code_key TO orgs_code_unique;

-- case: rename-constraint-foreign-key
ALTER TABLE users RENAME CONSTRAINT users_org_fk TO users_org;

-- case: rename-constraint-inheritance
ALTER TABLE vehicles RENAME CONSTRAINT wheels_check TO has_wheels;

-- NOT NULL constraints by name (18).

-- case: add-not-null-constraint
-- ok: 18
ALTER TABLE users ADD CONSTRAINT score_set NOT NULL score;

-- case: add-not-null-constraint-not-valid
-- ok: 18
ALTER TABLE users ADD CONSTRAINT score_set NOT NULL score NOT VALID;

-- case: validate-not-null-constraint
-- ok: 18
-- given
ALTER TABLE users ADD CONSTRAINT score_set NOT NULL score NOT VALID;
-- then
ALTER TABLE users VALIDATE CONSTRAINT score_set;

-- case: validate-not-null-constraint-beside-check
-- ok: 18
-- given
ALTER TABLE users ADD CONSTRAINT age_set NOT NULL age NOT VALID;
-- then
ALTER TABLE users VALIDATE CONSTRAINT age_set;

-- case: add-not-null-constraint-partitioned-not-valid
-- ok: 18
ALTER TABLE events ADD CONSTRAINT kind_set NOT NULL kind NOT VALID;

-- case: drop-not-null-constraint
-- ok: 18
ALTER TABLE users DROP CONSTRAINT users_mail_not_null;

-- case: alter-not-null-constraint-no-inherit
-- ok: 18
-- given
ALTER TABLE vehicles ADD CONSTRAINT wheels_set NOT NULL wheels;
-- then
ALTER TABLE vehicles ALTER CONSTRAINT wheels_set NO INHERIT;

-- case: alter-not-null-constraint-inherit
-- ok: 18
-- given
ALTER TABLE vehicles ADD CONSTRAINT wheels_set NOT NULL wheels NO INHERIT;
-- then
ALTER TABLE vehicles ALTER CONSTRAINT wheels_set INHERIT;

-- Unique, primary key, exclusion.

-- case: add-unique
ALTER TABLE users ADD CONSTRAINT extra UNIQUE (nickname);

-- case: add-unique-violated
-- fails: 23505
ALTER TABLE users ADD CONSTRAINT extra UNIQUE (age);

-- case: add-unique-nulls-not-distinct
-- ok: 15-18
ALTER TABLE users ADD CONSTRAINT extra UNIQUE NULLS NOT DISTINCT (nickname);

-- case: add-unique-deferrable
ALTER TABLE users ADD CONSTRAINT extra UNIQUE (nickname) DEFERRABLE INITIALLY DEFERRED;

-- case: add-unique-using-index
ALTER TABLE users ADD CONSTRAINT extra UNIQUE USING INDEX users_mail_idx;

-- case: add-unique-using-index-same-name
ALTER TABLE users ADD CONSTRAINT users_mail_idx UNIQUE USING INDEX users_mail_idx;

-- case: add-unique-partitioned
ALTER TABLE events ADD CONSTRAINT extra UNIQUE (created_at, id);

-- case: add-unique-partitioned-without-key
-- fails: 0A000
ALTER TABLE events ADD CONSTRAINT extra UNIQUE (id);

-- case: add-unique-partitioned-only
ALTER TABLE ONLY events ADD CONSTRAINT extra UNIQUE (created_at, id);

-- case: add-unique-inheritance
ALTER TABLE vehicles ADD CONSTRAINT extra UNIQUE (id, wheels);

-- case: add-unique-include
ALTER TABLE bare ADD CONSTRAINT extra UNIQUE (id) INCLUDE (c);

-- case: add-unique-without-overlaps
-- ok: 18
-- given
CREATE TABLE stays (room int4range, during int4range);
INSERT INTO stays SELECT int4range(i, i + 1), int4range(i, i + 1) FROM generate_series(1, 10) i;
-- then
ALTER TABLE stays ADD CONSTRAINT extra UNIQUE (room, during WITHOUT OVERLAPS);

-- case: add-primary-key-not-null-column
ALTER TABLE plain ADD PRIMARY KEY (id);

-- case: add-primary-key-nullable-column
ALTER TABLE plain ADD PRIMARY KEY (a);

-- case: add-primary-key-nullable-column-with-check
-- given
ALTER TABLE plain ADD CONSTRAINT a_set CHECK (a IS NOT NULL);
-- then
ALTER TABLE plain ADD PRIMARY KEY (a);

-- case: add-primary-key-not-valid-not-null
-- fails: 55000
-- fails: 42601 14-17
-- given
ALTER TABLE plain ADD CONSTRAINT a_set NOT NULL a NOT VALID;
-- then
ALTER TABLE plain ADD PRIMARY KEY (a);

-- case: add-primary-key-second
-- fails: 42P16
ALTER TABLE users ADD PRIMARY KEY (mail);

-- case: add-primary-key-using-index-not-null-column
-- given
CREATE UNIQUE INDEX plain_id_idx ON plain (id);
-- then
ALTER TABLE plain ADD CONSTRAINT plain_pkey PRIMARY KEY USING INDEX plain_id_idx;

-- case: add-primary-key-using-index-nullable-column
-- given
CREATE UNIQUE INDEX plain_a_idx ON plain (a);
-- then
ALTER TABLE plain ADD CONSTRAINT plain_pkey PRIMARY KEY USING INDEX plain_a_idx;

-- case: add-primary-key-using-index-nullable-column-with-check
-- given
CREATE UNIQUE INDEX plain_a_idx ON plain (a);
ALTER TABLE plain ADD CONSTRAINT a_set CHECK (a IS NOT NULL);
-- then
ALTER TABLE plain ADD CONSTRAINT plain_pkey PRIMARY KEY USING INDEX plain_a_idx;

-- case: add-primary-key-partitioned
-- given
ALTER TABLE logs ALTER COLUMN id SET NOT NULL;
-- then
ALTER TABLE logs ADD PRIMARY KEY (id, created_at);

-- case: add-primary-key-partitioned-nullable
ALTER TABLE logs ADD PRIMARY KEY (id, created_at);

-- case: add-exclusion
ALTER TABLE bookings ADD CONSTRAINT extra EXCLUDE USING gist (during WITH &&) WHERE (room > 0);

-- case: drop-unique
ALTER TABLE orgs DROP CONSTRAINT orgs_code_key;

-- case: drop-primary-key
ALTER TABLE scratch DROP CONSTRAINT scratch_pkey;

-- case: drop-primary-key-referenced
-- fails: 2BP01
ALTER TABLE orgs DROP CONSTRAINT orgs_pkey;

-- case: drop-primary-key-referenced-cascade
ALTER TABLE orgs DROP CONSTRAINT orgs_pkey CASCADE;

-- case: drop-primary-key-partitioned
ALTER TABLE events DROP CONSTRAINT events_pkey;

-- case: drop-primary-key-of-partition
-- fails: 42P16
ALTER TABLE events_2024 DROP CONSTRAINT events_2024_pkey;

-- case: drop-exclusion
ALTER TABLE bookings DROP CONSTRAINT bookings_during_excl;

-- case: drop-primary-key-of-view-group-by
-- fails: 2BP01
-- given
CREATE VIEW grouped AS SELECT id, v FROM scratch GROUP BY id;
-- then
ALTER TABLE scratch DROP CONSTRAINT scratch_pkey;

-- Foreign keys.

-- case: add-foreign-key
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES users (id);

-- case: add-foreign-key-not-valid
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES users (id) NOT VALID;

-- case: add-foreign-key-not-enforced
-- ok: 18
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES users (id) NOT ENFORCED;

-- case: add-foreign-key-violated
-- fails: 23503
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES codes (code);

-- case: add-foreign-key-cascade-deferrable
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES users (id)
  ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED;

-- case: add-foreign-key-self
ALTER TABLE tree ADD CONSTRAINT extra FOREIGN KEY (parent_id) REFERENCES tree (id);

-- case: add-foreign-key-self-not-valid
ALTER TABLE tree ADD CONSTRAINT extra FOREIGN KEY (parent_id) REFERENCES tree (id) NOT VALID;

-- case: add-foreign-key-other-schema
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (c) REFERENCES app.settings (key) NOT VALID;

-- case: add-foreign-key-not-unique
-- fails: 42830
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES users (age);

-- case: add-foreign-key-to-partitioned
-- given
ALTER TABLE plain ADD COLUMN at date;
-- then
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (id, at) REFERENCES events (id, created_at);

-- case: add-foreign-key-on-partitioned
ALTER TABLE events ADD CONSTRAINT extra FOREIGN KEY (org_id) REFERENCES orgs (id);

-- case: add-foreign-key-on-partitioned-not-valid
-- ok: 18
ALTER TABLE events ADD CONSTRAINT extra FOREIGN KEY (org_id) REFERENCES orgs (id) NOT VALID;

-- case: add-foreign-key-on-partition
ALTER TABLE events_2024 ADD CONSTRAINT extra FOREIGN KEY (org_id) REFERENCES orgs (id);

-- case: add-foreign-key-period
-- ok: 18
-- given
CREATE TABLE rooms (room int4range, during int4range, UNIQUE (room, during WITHOUT OVERLAPS));
INSERT INTO rooms SELECT int4range(i, i + 1), int4range(i, i + 1) FROM generate_series(1, 10) i;
CREATE TABLE stays (room int4range, during int4range);
INSERT INTO stays SELECT * FROM rooms;
-- then
ALTER TABLE stays ADD CONSTRAINT extra FOREIGN KEY (room, PERIOD during)
  REFERENCES rooms (room, PERIOD during);

-- case: validate-foreign-key
ALTER TABLE sessions VALIDATE CONSTRAINT sessions_org_fk;

-- case: validate-foreign-key-self
-- given
ALTER TABLE tree ADD CONSTRAINT extra FOREIGN KEY (parent_id) REFERENCES tree (id) NOT VALID;
-- then
ALTER TABLE tree VALIDATE CONSTRAINT extra;

-- case: validate-foreign-key-partitioned
-- ok: 18
-- given
ALTER TABLE events ADD CONSTRAINT extra FOREIGN KEY (org_id) REFERENCES orgs (id) NOT VALID;
-- then
ALTER TABLE events VALIDATE CONSTRAINT extra;

-- case: validate-foreign-key-not-enforced
-- fails: 55000
-- fails: 42601 14-17
-- given
ALTER TABLE plain ADD CONSTRAINT extra FOREIGN KEY (a) REFERENCES users (id) NOT ENFORCED;
-- then
ALTER TABLE plain VALIDATE CONSTRAINT extra;

-- case: alter-foreign-key-deferrable
ALTER TABLE users ALTER CONSTRAINT users_org_fk DEFERRABLE INITIALLY DEFERRED;

-- case: alter-foreign-key-not-enforced
-- ok: 18
ALTER TABLE users ALTER CONSTRAINT users_org_fk NOT ENFORCED;

-- case: alter-foreign-key-enforced
-- ok: 18
-- given
ALTER TABLE users ALTER CONSTRAINT users_org_fk NOT ENFORCED;
-- then
ALTER TABLE users ALTER CONSTRAINT users_org_fk ENFORCED;

-- case: alter-check-enforced
-- fails: 42809
-- fails: 42601 14-17
ALTER TABLE users ALTER CONSTRAINT users_age_check NOT ENFORCED;

-- case: alter-foreign-key-partitioned
ALTER TABLE events ALTER CONSTRAINT events_org_fk DEFERRABLE;

-- case: drop-foreign-key
ALTER TABLE users DROP CONSTRAINT users_org_fk;

-- case: drop-foreign-key-self
ALTER TABLE tree DROP CONSTRAINT tree_parent_id_fkey;

-- case: drop-foreign-key-partitioned
ALTER TABLE events DROP CONSTRAINT events_org_fk;

-- case: drop-foreign-key-of-partition
-- fails: 42P16
ALTER TABLE events_2024 DROP CONSTRAINT events_org_fk;

-- case: set-constraints
SET CONSTRAINTS ALL DEFERRED;

-- Up to 15 the planner opens the indexes of a partitioned table only while it has no partition.
-- case: add-foreign-key-to-partitioned-without-partitions
-- given
CREATE TABLE lonely (a integer PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE refers (a integer);
-- then
ALTER TABLE refers ADD FOREIGN KEY (a) REFERENCES lonely (a);
