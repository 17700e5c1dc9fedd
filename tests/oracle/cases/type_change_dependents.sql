-- ALTER TABLE ... ALTER COLUMN ... TYPE with indexes, constraints, foreign keys, views, partitions.

-- case: type-indexed-varchar-wider
ALTER TABLE typed ALTER COLUMN ix_vc TYPE varchar(40);

-- case: type-indexed-varchar-to-text
ALTER TABLE typed ALTER COLUMN ix_vc TYPE text;

-- case: type-indexed-text-to-varchar
ALTER TABLE typed ALTER COLUMN ix_txt TYPE varchar;

-- case: type-indexed-integer-to-bigint
ALTER TABLE typed ALTER COLUMN ix_int TYPE bigint;

-- case: type-indexed-text-collate
ALTER TABLE typed ALTER COLUMN ix_txt TYPE text COLLATE "C";

-- case: type-indexed-timestamp-to-timestamptz
ALTER TABLE typed ALTER COLUMN ix_ts TYPE timestamptz;

-- case: type-indexed-cidr-to-inet
ALTER TABLE typed ALTER COLUMN ix_cidr TYPE inet;

-- case: type-checked-varchar-wider
ALTER TABLE typed ALTER COLUMN chk_vc TYPE varchar(40);

-- case: type-checked-varchar-to-text
ALTER TABLE typed ALTER COLUMN chk_vc TYPE text;

-- case: type-checked-integer-to-bigint
ALTER TABLE typed ALTER COLUMN chk_int TYPE bigint;

-- case: type-partial-index-predicate
ALTER TABLE users ALTER COLUMN score TYPE bigint;

-- case: type-expression-index-column
ALTER TABLE users ALTER COLUMN nickname TYPE varchar(80);

-- case: type-expression-index-wider
-- given
CREATE INDEX plain_lower_idx ON plain (lower(c));
-- then
ALTER TABLE plain ALTER COLUMN c TYPE varchar(100);

-- case: type-expression-index-text-to-varchar
-- given
CREATE INDEX plain_lower_idx ON plain (lower(c));
-- then
ALTER TABLE plain ALTER COLUMN c TYPE varchar;

-- case: type-expression-index-other-column
-- given
CREATE INDEX plain_partial_idx ON plain (a) WHERE c IS NOT NULL;
-- then
ALTER TABLE plain ALTER COLUMN c TYPE varchar;

-- case: type-unique-varchar-wider
ALTER TABLE orgs ALTER COLUMN code TYPE varchar(40);

-- case: type-extended-statistics
-- given
CREATE STATISTICS bare_stats ON a, b FROM bare;
-- then
ALTER TABLE bare ALTER COLUMN a TYPE bigint;

-- case: type-index-include
-- given
CREATE INDEX bare_include_idx ON bare (id) INCLUDE (a);
-- then
ALTER TABLE bare ALTER COLUMN a TYPE bigint;

-- case: type-exclusion
ALTER TABLE bookings ALTER COLUMN during TYPE int8range USING int8range(lower(during), upper(during));

-- case: type-deferrable-unique
ALTER TABLE bookings ALTER COLUMN room TYPE bigint;

-- case: type-referencing-column
ALTER TABLE code_uses ALTER COLUMN code TYPE bigint;

-- case: type-referenced-column
ALTER TABLE codes ALTER COLUMN code TYPE bigint;

-- case: type-referencing-varchar-wider
ALTER TABLE code_uses ALTER COLUMN alias TYPE varchar(40);

-- case: type-referenced-varchar-wider
ALTER TABLE codes ALTER COLUMN alias TYPE varchar(40);

-- case: type-referenced-varchar-to-text
ALTER TABLE codes ALTER COLUMN alias TYPE text;

-- case: type-self-reference
ALTER TABLE tree ALTER COLUMN id TYPE bigint;

-- The operator bigint = numeric exists, but not in the index of orgs.
-- case: type-referencing-not-valid
-- fails: 42804
ALTER TABLE sessions ALTER COLUMN org_id TYPE numeric;

-- case: type-column-of-view
-- fails: 0A000
ALTER TABLE users ALTER COLUMN mail TYPE varchar(100);

-- case: type-column-of-matview
-- fails: 0A000
ALTER TABLE plain ALTER COLUMN b TYPE bigint;

-- case: type-column-of-generated
-- fails: 0A000
-- fails: 42601 14
ALTER TABLE bookings ALTER COLUMN price TYPE numeric(12, 2);

-- case: type-generated-column
ALTER TABLE bookings ALTER COLUMN price_cents TYPE bigint;

-- case: type-column-of-trigger
-- fails: 0A000
-- given
CREATE TRIGGER with_trigger_of_v AFTER UPDATE OF v ON with_trigger FOR EACH ROW EXECUTE FUNCTION touch();
-- then
ALTER TABLE with_trigger ALTER COLUMN v TYPE bigint;

-- case: type-column-of-policy
-- fails: 0A000
-- given
CREATE POLICY plain_own ON plain USING (c = current_user);
-- then
ALTER TABLE plain ALTER COLUMN c TYPE varchar(10);

-- case: type-identity-column
ALTER TABLE bookings ALTER COLUMN id TYPE bigint;

-- case: type-referencing-incompatible
-- fails: 42804
ALTER TABLE sessions ALTER COLUMN user_id TYPE numeric;

-- case: type-primary-key
ALTER TABLE scratch ALTER COLUMN id TYPE bigint;

-- case: type-partitioned
ALTER TABLE events ALTER COLUMN org_id TYPE integer;

-- case: type-partitioned-indexed
ALTER TABLE events ALTER COLUMN kind TYPE varchar;

-- case: type-partitioned-indexed-limit
ALTER TABLE events ALTER COLUMN kind TYPE varchar(40);

-- case: type-partition-key
-- fails: 42P16
ALTER TABLE events ALTER COLUMN created_at TYPE timestamp;

-- case: type-of-partition
-- fails: 42P16
ALTER TABLE events_2024 ALTER COLUMN kind TYPE varchar;

-- case: type-inheritance
ALTER TABLE vehicles ALTER COLUMN wheels TYPE bigint;

-- case: type-inheritance-only
-- fails: 42P16
ALTER TABLE ONLY vehicles ALTER COLUMN wheels TYPE bigint;

-- case: type-composite-attribute
ALTER TYPE unused_composite ALTER ATTRIBUTE a TYPE bigint;

-- case: type-composite-attribute-in-use
-- fails: 0A000
ALTER TYPE address ALTER ATTRIBUTE zip TYPE varchar(10);

-- case: type-referencing-not-valid-compatible
ALTER TABLE sessions ALTER COLUMN org_id TYPE integer;
