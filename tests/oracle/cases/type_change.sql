-- ALTER TABLE ... ALTER COLUMN ... TYPE: which changes only touch the catalogue, which build indexes
-- anew, which rewrite, and which fail. TimeZone is UTC.

-- case: type-varchar-wider
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar(40);

-- case: type-varchar-same
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar(20);

-- case: type-varchar-narrower
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar(10);

-- case: type-varchar-unlimited
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar;

-- case: type-varchar-to-text
ALTER TABLE typed ALTER COLUMN vc20 TYPE text;

-- case: type-varchar-unlimited-to-text
ALTER TABLE typed ALTER COLUMN vc TYPE text;

-- case: type-text-to-varchar-unlimited
ALTER TABLE typed ALTER COLUMN txt TYPE varchar;

-- case: type-text-to-varchar-limit
ALTER TABLE typed ALTER COLUMN txt TYPE varchar(50);

-- case: type-text-to-char
ALTER TABLE typed ALTER COLUMN txt TYPE char(10);

-- case: type-char-to-text
ALTER TABLE typed ALTER COLUMN ch10 TYPE text;

-- case: type-char-to-varchar
ALTER TABLE typed ALTER COLUMN ch10 TYPE varchar(20);

-- case: type-char-wider
ALTER TABLE typed ALTER COLUMN ch10 TYPE char(20);

-- case: type-text-collate
ALTER TABLE typed ALTER COLUMN txt TYPE text COLLATE "C";

-- case: type-text-same
ALTER TABLE typed ALTER COLUMN txt TYPE text;

-- case: type-smallint-to-integer
ALTER TABLE typed ALTER COLUMN small TYPE integer;

-- case: type-integer-to-bigint
ALTER TABLE typed ALTER COLUMN int4 TYPE bigint;

-- case: type-bigint-to-integer
ALTER TABLE typed ALTER COLUMN int8 TYPE integer;

-- case: type-integer-to-numeric
ALTER TABLE typed ALTER COLUMN int4 TYPE numeric;

-- case: type-integer-to-text
ALTER TABLE typed ALTER COLUMN int4 TYPE text;

-- case: type-integer-to-oid
ALTER TABLE typed ALTER COLUMN int4 TYPE oid;

-- case: type-oid-to-integer
ALTER TABLE typed ALTER COLUMN ob TYPE integer;

-- case: type-oid-to-regclass
ALTER TABLE typed ALTER COLUMN ob TYPE regclass;

-- case: type-bigint-to-numeric
ALTER TABLE typed ALTER COLUMN int8 TYPE numeric(20, 0);

-- case: type-real-to-double
ALTER TABLE typed ALTER COLUMN flt TYPE double precision;

-- case: type-real-to-numeric
ALTER TABLE typed ALTER COLUMN flt TYPE numeric;

-- case: type-numeric-wider
ALTER TABLE typed ALTER COLUMN num82 TYPE numeric(10, 2);

-- case: type-numeric-same
ALTER TABLE typed ALTER COLUMN num82 TYPE numeric(8, 2);

-- case: type-numeric-wider-scale
ALTER TABLE typed ALTER COLUMN num82 TYPE numeric(12, 4);

-- case: type-numeric-narrower
ALTER TABLE typed ALTER COLUMN num82 TYPE numeric(6, 2);

-- case: type-numeric-unlimited
ALTER TABLE typed ALTER COLUMN num82 TYPE numeric;

-- case: type-numeric-limit
ALTER TABLE typed ALTER COLUMN num TYPE numeric(8, 2);

-- case: type-numeric-to-double
ALTER TABLE typed ALTER COLUMN num TYPE double precision;

-- case: type-varbit-wider
ALTER TABLE typed ALTER COLUMN bits TYPE varbit(16);

-- case: type-varbit-narrower
ALTER TABLE typed ALTER COLUMN bits TYPE varbit(4);

-- case: type-varbit-unlimited
ALTER TABLE typed ALTER COLUMN bits TYPE varbit;

-- case: type-bit-to-varbit
ALTER TABLE typed ALTER COLUMN bit8 TYPE varbit(8);

-- case: type-bit-wider
-- fails: 22026
ALTER TABLE typed ALTER COLUMN bit8 TYPE bit(16);

-- case: type-timestamp-to-timestamptz
ALTER TABLE typed ALTER COLUMN ts TYPE timestamptz;

-- case: type-timestamptz-to-timestamp
ALTER TABLE typed ALTER COLUMN tstz TYPE timestamp;

-- case: type-timestamp-wider
ALTER TABLE typed ALTER COLUMN ts3 TYPE timestamp(6);

-- case: type-timestamp-unlimited
ALTER TABLE typed ALTER COLUMN ts3 TYPE timestamp;

-- case: type-timestamp-narrower
ALTER TABLE typed ALTER COLUMN ts TYPE timestamp(3);

-- case: type-timestamp-to-six
ALTER TABLE typed ALTER COLUMN ts TYPE timestamp(6);

-- case: type-timestamp3-to-timestamptz6
ALTER TABLE typed ALTER COLUMN ts3 TYPE timestamptz(6);

-- case: type-timestamp3-to-timestamptz3
ALTER TABLE typed ALTER COLUMN ts3 TYPE timestamptz(3);

-- case: type-timestamp3-to-timestamptz
ALTER TABLE typed ALTER COLUMN ts3 TYPE timestamptz;

-- case: type-timestamp-to-timestamptz3
ALTER TABLE typed ALTER COLUMN ts TYPE timestamptz(3);

-- case: type-timestamptz-wider
ALTER TABLE typed ALTER COLUMN tstz3 TYPE timestamptz(6);

-- case: type-timestamptz-narrower
ALTER TABLE typed ALTER COLUMN tstz TYPE timestamptz(0);

-- case: type-timestamp-to-date
ALTER TABLE typed ALTER COLUMN ts TYPE date;

-- case: type-date-to-timestamp
ALTER TABLE typed ALTER COLUMN dt TYPE timestamp;

-- case: type-date-to-timestamptz
ALTER TABLE typed ALTER COLUMN dt TYPE timestamptz;

-- case: type-time-wider
ALTER TABLE typed ALTER COLUMN tm3 TYPE time(6);

-- case: type-time-unlimited
ALTER TABLE typed ALTER COLUMN tm3 TYPE time;

-- case: type-time-narrower
ALTER TABLE typed ALTER COLUMN tm TYPE time(0);

-- case: type-time-to-timetz
ALTER TABLE typed ALTER COLUMN tm TYPE timetz;

-- case: type-interval-wider
ALTER TABLE typed ALTER COLUMN iv3 TYPE interval(6);

-- case: type-interval-unlimited
ALTER TABLE typed ALTER COLUMN iv3 TYPE interval;

-- case: type-interval-narrower
ALTER TABLE typed ALTER COLUMN iv TYPE interval(3);

-- case: type-interval-field-unlimited
ALTER TABLE typed ALTER COLUMN ivsec TYPE interval;

-- case: type-interval-field
ALTER TABLE typed ALTER COLUMN iv TYPE interval day to second;

-- case: type-json-to-jsonb
ALTER TABLE typed ALTER COLUMN js TYPE jsonb;

-- case: type-jsonb-to-json
ALTER TABLE typed ALTER COLUMN jsb TYPE json;

-- case: type-json-to-text
ALTER TABLE typed ALTER COLUMN js TYPE text;

-- case: type-cidr-to-inet
ALTER TABLE typed ALTER COLUMN cid TYPE inet;

-- case: type-inet-to-cidr
ALTER TABLE typed ALTER COLUMN ine TYPE cidr;

-- case: type-inet-to-text
ALTER TABLE typed ALTER COLUMN ine TYPE text;

-- case: type-uuid-to-text
ALTER TABLE typed ALTER COLUMN uid TYPE text;

-- case: type-boolean-to-text
ALTER TABLE typed ALTER COLUMN bool TYPE text;

-- case: type-enum-to-text
ALTER TABLE users ALTER COLUMN mood TYPE text;

-- case: type-enum-to-text-with-default
ALTER TABLE typed ALTER COLUMN en TYPE text;

-- case: type-enum-to-other-enum
ALTER TABLE users ALTER COLUMN mood TYPE unused_enum USING 'a'::unused_enum;

-- case: type-enum-to-other-enum-by-text
-- given
CREATE TYPE feeling AS ENUM ('sad', 'ok', 'happy', 'new');
-- then
ALTER TABLE users ALTER COLUMN mood TYPE feeling USING (mood::text::feeling);

-- case: type-enum-to-other-enum-by-cast
-- given
CREATE TYPE feeling AS ENUM ('sad', 'ok', 'happy', 'new');
-- then
ALTER TABLE users ALTER COLUMN mood TYPE feeling USING CAST(mood::character varying AS feeling);

-- case: type-using-case
ALTER TABLE typed ALTER COLUMN bool DROP DEFAULT,
  ALTER COLUMN bool TYPE integer USING CASE WHEN bool THEN 1 ELSE 0 END;

-- case: type-using-array
ALTER TABLE plain ALTER COLUMN c TYPE text[] USING ARRAY[c];

-- case: type-using-casts-stored-alike
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar USING CAST((vc20)::text AS varchar);

-- case: type-using-casts-that-forget-the-length
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar(20) USING vc20::text::varchar(20);

-- case: type-using-collate
ALTER TABLE typed ALTER COLUMN vc20 TYPE text USING vc20::text COLLATE "C";

-- case: type-using-time-zone
ALTER TABLE typed ALTER COLUMN ts TYPE timestamptz USING ts AT TIME ZONE 'UTC';

-- case: type-enum-default-not-castable
-- fails: 42804
ALTER TABLE typed ALTER COLUMN en TYPE unused_enum USING 'a'::unused_enum;

-- case: type-text-to-domain
ALTER TABLE typed ALTER COLUMN txt TYPE label;

-- case: type-domain-to-text
ALTER TABLE typed ALTER COLUMN lbl TYPE text;

-- case: type-text-to-domain-check
-- fails: 23514
ALTER TABLE typed ALTER COLUMN txt TYPE email;

-- case: type-text-to-domain-check-valid
-- fails: 23514
ALTER TABLE users ALTER COLUMN nickname TYPE email;

-- case: type-text-to-domain-check-using
ALTER TABLE typed ALTER COLUMN txt TYPE email USING txt || '@b';

-- case: type-domain-check-to-text
ALTER TABLE typed ALTER COLUMN eml TYPE text;

-- case: type-domain-check-to-domain
ALTER TABLE typed ALTER COLUMN eml TYPE label;

-- case: type-integer-to-domain-default
ALTER TABLE typed ALTER COLUMN int4 TYPE small_number;

-- case: type-text-to-domain-not-null
ALTER TABLE typed ALTER COLUMN txt TYPE required_text;

-- case: type-array-to-bigint-array
ALTER TABLE typed ALTER COLUMN arr TYPE bigint[];

-- case: type-varchar-array-wider
ALTER TABLE typed ALTER COLUMN vcarr TYPE varchar(40)[];

-- case: type-varchar-array-to-text-array
ALTER TABLE typed ALTER COLUMN vcarr TYPE text[];

-- case: type-varchar-array-unlimited
ALTER TABLE typed ALTER COLUMN vcarr TYPE varchar[];

-- case: type-text-array-to-varchar-array
ALTER TABLE typed ALTER COLUMN txtarr TYPE varchar[];

-- case: type-bytea-to-text
ALTER TABLE typed ALTER COLUMN by TYPE text;

-- case: type-text-to-xml
-- fails: 42804
ALTER TABLE typed ALTER COLUMN xm TYPE xml;

-- case: type-text-to-integer
-- fails: 42804
ALTER TABLE typed ALTER COLUMN digits TYPE integer;

-- case: type-name-to-text
ALTER TABLE typed ALTER COLUMN nm TYPE text;

-- case: type-text-to-name
ALTER TABLE typed ALTER COLUMN txt TYPE name;

-- case: type-money-to-numeric
ALTER TABLE typed ALTER COLUMN money_amount TYPE numeric;

-- case: type-integer-to-boolean
-- fails: 42804
ALTER TABLE typed ALTER COLUMN int4 TYPE boolean;

-- case: type-text-to-integer-using
ALTER TABLE typed ALTER COLUMN digits DROP DEFAULT, ALTER COLUMN digits TYPE integer USING digits::integer;

-- case: type-text-to-integer-using-default-left
-- fails: 42804
ALTER TABLE typed ALTER COLUMN digits TYPE integer USING digits::integer;

-- case: type-text-to-jsonb-using
ALTER TABLE plain ALTER COLUMN c TYPE jsonb USING to_jsonb(c);

-- case: type-varchar-wider-using-cast
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar(40) USING vc20::varchar(40);

-- case: type-varchar-wider-using-column
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar(40) USING vc20;

-- case: type-varchar-to-text-using-cast
ALTER TABLE typed ALTER COLUMN vc20 TYPE text USING vc20::text;

-- case: type-text-same-using-function
ALTER TABLE typed ALTER COLUMN txt TYPE text USING lower(txt);

-- case: type-integer-same-using-constant
ALTER TABLE typed ALTER COLUMN int4 TYPE integer USING 1;

-- case: type-timestamp-to-timestamptz-using
ALTER TABLE typed ALTER COLUMN ts TYPE timestamptz USING ts AT TIME ZONE 'UTC';

-- case: type-varchar-narrower-using-cast
ALTER TABLE typed ALTER COLUMN vc20 TYPE varchar(1) USING vc20::varchar(1);

-- case: type-set-data-type
ALTER TABLE typed ALTER COLUMN int4 SET DATA TYPE bigint;

-- case: type-serial-same
-- given
CREATE TABLE numbered (id bigserial PRIMARY KEY, n serial, s smallserial);
INSERT INTO numbered SELECT FROM generate_series(1, 10);
-- then
ALTER TABLE numbered ALTER COLUMN id TYPE bigint, ALTER COLUMN n TYPE integer, ALTER COLUMN s TYPE smallint;

-- case: type-bigserial-narrower
-- given
CREATE TABLE numbered (id bigserial PRIMARY KEY);
INSERT INTO numbered SELECT FROM generate_series(1, 10);
-- then
ALTER TABLE numbered ALTER COLUMN id TYPE integer;
