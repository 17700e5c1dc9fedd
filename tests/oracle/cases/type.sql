-- Types: enums, domains, composite types, ranges, casts.

-- case: create-enum
CREATE TYPE extra AS ENUM ('a', 'b');

-- case: add-enum-value
ALTER TYPE mood ADD VALUE 'angry';

-- case: add-enum-value-before
ALTER TYPE mood ADD VALUE 'angry' BEFORE 'sad';

-- case: add-enum-value-if-not-exists-present
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad';

-- case: add-enum-value-present
-- fails: 42710
ALTER TYPE mood ADD VALUE 'sad';

-- case: rename-enum-value
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';

-- case: rename-type
ALTER TYPE mood RENAME TO feeling;

-- case: set-schema-type
ALTER TYPE mood SET SCHEMA app;

-- case: owner-to-type
ALTER TYPE mood OWNER TO oracle_owner;

-- case: drop-enum
DROP TYPE unused_enum;

-- case: drop-enum-in-use
-- fails: 2BP01
DROP TYPE mood;

-- case: drop-enum-in-use-cascade
DROP TYPE mood CASCADE;

-- case: drop-type-if-exists-missing
DROP TYPE IF EXISTS missing;

-- case: create-composite
CREATE TYPE extra AS (a integer, b users);

-- case: add-attribute
ALTER TYPE unused_composite ADD ATTRIBUTE c text;

-- case: add-attribute-in-use
ALTER TYPE address ADD ATTRIBUTE country text CASCADE;

-- case: add-attribute-of-typed-table
-- fails: 2BP01
ALTER TYPE address ADD ATTRIBUTE country text;

-- case: drop-attribute
ALTER TYPE unused_composite DROP ATTRIBUTE b;

-- case: drop-attribute-cascade
ALTER TYPE address DROP ATTRIBUTE zip CASCADE;

-- case: rename-attribute-cascade
ALTER TYPE address RENAME ATTRIBUTE zip TO postcode CASCADE;

-- case: rename-composite
ALTER TYPE unused_composite RENAME TO extra;

-- case: set-schema-composite
ALTER TYPE unused_composite SET SCHEMA app;

-- case: owner-to-composite
ALTER TYPE unused_composite OWNER TO oracle_owner;

-- case: drop-composite
DROP TYPE unused_composite;

-- case: drop-composite-cascade
DROP TYPE address CASCADE;

-- case: create-range
CREATE TYPE extra AS RANGE (subtype = integer);

-- case: create-domain
CREATE DOMAIN extra AS text CHECK (VALUE <> '');

-- case: domain-add-constraint
ALTER DOMAIN email ADD CONSTRAINT extra CHECK (VALUE <> '');

-- case: domain-add-constraint-not-valid
ALTER DOMAIN email ADD CONSTRAINT extra CHECK (VALUE <> '') NOT VALID;

-- case: domain-add-constraint-unused
ALTER DOMAIN unused_domain ADD CONSTRAINT extra CHECK (VALUE <> '');

-- case: domain-add-constraint-violated
-- fails: 23514
ALTER DOMAIN label ADD CONSTRAINT extra CHECK (VALUE <> 'x');

-- case: domain-add-constraint-label
ALTER DOMAIN label ADD CONSTRAINT extra CHECK (VALUE <> '');

-- case: domain-add-constraint-over-partitioned
-- given
CREATE TABLE tagged (id integer, tag label) PARTITION BY LIST (id);
CREATE TABLE tagged_1 PARTITION OF tagged FOR VALUES IN (1);
INSERT INTO tagged VALUES (1, 'y');
CREATE INDEX tagged_tag_idx ON tagged (tag);
-- then
ALTER DOMAIN label ADD CONSTRAINT extra CHECK (VALUE <> '');

-- case: domain-add-constraint-over-domain
-- given
CREATE DOMAIN sublabel AS label;
CREATE TABLE sublabels (l sublabel);
INSERT INTO sublabels VALUES ('y');
-- then
ALTER DOMAIN label ADD CONSTRAINT extra CHECK (VALUE <> '');

-- case: domain-add-constraint-over-view
-- given
CREATE VIEW labels AS SELECT lbl FROM typed;
CREATE MATERIALIZED VIEW label_copy AS SELECT lbl FROM typed;
-- then
ALTER DOMAIN label ADD CONSTRAINT extra CHECK (VALUE <> '');

-- case: domain-add-not-null-constraint
-- ok: 17-18
ALTER DOMAIN small_number ADD CONSTRAINT extra NOT NULL;

-- case: domain-validate-constraint
-- given
ALTER DOMAIN email ADD CONSTRAINT extra CHECK (VALUE <> '') NOT VALID;
-- then
ALTER DOMAIN email VALIDATE CONSTRAINT extra;

-- case: domain-drop-constraint
ALTER DOMAIN email DROP CONSTRAINT email_has_at;

-- case: domain-rename-constraint
ALTER DOMAIN email RENAME CONSTRAINT email_has_at TO has_at;

-- case: domain-set-not-null
-- fails: 23502
ALTER DOMAIN label SET NOT NULL;

-- case: domain-set-not-null-valid
ALTER DOMAIN email SET NOT NULL;

-- case: domain-set-not-null-already
ALTER DOMAIN required_text SET NOT NULL;

-- case: domain-drop-not-null
ALTER DOMAIN required_text DROP NOT NULL;

-- case: domain-set-default
ALTER DOMAIN email SET DEFAULT 'a@b';

-- case: domain-drop-default
ALTER DOMAIN small_number DROP DEFAULT;

-- case: rename-domain
ALTER DOMAIN email RENAME TO mail_address;

-- case: owner-to-domain
ALTER DOMAIN email OWNER TO oracle_owner;

-- case: drop-domain
DROP DOMAIN unused_domain;

-- case: drop-domain-in-use
-- fails: 2BP01
DROP DOMAIN email;

-- case: drop-domain-in-use-cascade
DROP DOMAIN email CASCADE;

-- case: create-cast
-- fails: 42883
CREATE CAST (mood AS integer) WITH FUNCTION mood_number(mood);

-- case: create-collation
CREATE COLLATION extra FROM "C";

-- case: create-operator
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq);

-- case: create-aggregate
CREATE AGGREGATE extra (integer) (SFUNC = int4pl, STYPE = integer);
