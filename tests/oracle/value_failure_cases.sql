-- What the values of a column do to a change of its type. value_failure_test runs each case on real
-- servers and through hoglint: a line that makes table t with a column c, one that fills it, one that
-- changes it. `fails SQLSTATE`: the value makes it fail, and table-rewrite says so with that state.
-- `cuts`: it works, c has lost something, and lossy-type-change says so. `keeps`: it works, and
-- neither rule says that a value can fail or is cut.
-- fails 22003
CREATE TABLE t (c integer);
INSERT INTO t VALUES (1234567);
ALTER TABLE t ALTER c TYPE numeric(8, 2);
-- fails 22003
CREATE TABLE t (c bigint);
INSERT INTO t VALUES (1234567);
ALTER TABLE t ALTER c TYPE numeric(8, 2) USING c::numeric(8, 2);
-- keeps
CREATE TABLE t (c integer);
INSERT INTO t VALUES (-2147483648);
ALTER TABLE t ALTER c TYPE numeric(12, 2);
-- fails 22003
CREATE TABLE t (c bigint);
INSERT INTO t VALUES (9234567890);
ALTER TABLE t ALTER c TYPE integer USING c::integer;
-- fails 22003
CREATE TABLE t (c bigint);
INSERT INTO t VALUES (1073741824);
ALTER TABLE t ALTER c TYPE integer USING c * 2;
-- fails 22003
CREATE TABLE t (c numeric(12));
INSERT INTO t VALUES (12345678901);
ALTER TABLE t ALTER c TYPE integer;
-- keeps
CREATE TABLE t (c numeric(9));
INSERT INTO t VALUES (999999999);
ALTER TABLE t ALTER c TYPE integer;
-- fails 22003
CREATE TABLE t (c numeric(10, 2));
INSERT INTO t VALUES (12345678.12);
ALTER TABLE t ALTER c TYPE numeric(10, 4);
-- fails 22003
CREATE TABLE t (c double precision);
INSERT INTO t VALUES (1e20);
ALTER TABLE t ALTER c TYPE bigint;
-- fails 22003
CREATE TABLE t (c double precision);
INSERT INTO t VALUES (1e20);
ALTER TABLE t ALTER c TYPE numeric(8, 2);
-- fails 22001
CREATE TABLE t (c text);
INSERT INTO t VALUES ('abcdef');
ALTER TABLE t ALTER c TYPE char(3);
-- cuts
CREATE TABLE t (c text);
INSERT INTO t VALUES ('abcdef');
ALTER TABLE t ALTER c TYPE char(3) USING c::char(3);
-- fails 22001
CREATE TABLE t (c varchar(10));
INSERT INTO t VALUES ('abcdef');
ALTER TABLE t ALTER c TYPE varchar(3);
-- cuts
CREATE TABLE t (c varchar(10));
INSERT INTO t VALUES ('abcdef');
ALTER TABLE t ALTER c TYPE varchar(3) USING c::varchar(3);
-- fails 22001
CREATE TABLE t (c varchar(10));
INSERT INTO t VALUES ('abcdef');
ALTER TABLE t ALTER c TYPE varchar(3) USING c::text;
-- fails 22001
CREATE TABLE t (c char(10));
INSERT INTO t VALUES ('abcdef');
ALTER TABLE t ALTER c TYPE char(3);
-- keeps
CREATE TABLE t (c char(3));
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE varchar(3);
-- fails 22001
CREATE TABLE t (c text[]);
INSERT INTO t VALUES ('{abcdef}');
ALTER TABLE t ALTER c TYPE varchar(3)[];
-- cuts
CREATE TABLE t (c text[]);
INSERT INTO t VALUES ('{abcdef}');
ALTER TABLE t ALTER c TYPE varchar(3)[] USING c::varchar(3)[];
-- fails 22001
CREATE TABLE t (c integer);
INSERT INTO t VALUES (123456);
ALTER TABLE t ALTER c TYPE varchar(3);
-- cuts
CREATE TABLE t (c integer);
INSERT INTO t VALUES (123456);
ALTER TABLE t ALTER c TYPE varchar(3) USING c::varchar(3);
-- keeps
CREATE TABLE t (c integer);
INSERT INTO t VALUES (-2147483648);
ALTER TABLE t ALTER c TYPE varchar(11);
-- keeps
CREATE TABLE t (c bigint);
INSERT INTO t VALUES (-9223372036854775808);
ALTER TABLE t ALTER c TYPE varchar(20) USING c::varchar(20);
-- keeps
CREATE TABLE t (c numeric(2, 2));
INSERT INTO t VALUES (-0.99);
ALTER TABLE t ALTER c TYPE varchar(5);
-- keeps
CREATE TABLE t (c uuid);
INSERT INTO t VALUES (gen_random_uuid());
ALTER TABLE t ALTER c TYPE varchar(36);
-- keeps
CREATE TABLE t (c boolean);
INSERT INTO t VALUES (false);
ALTER TABLE t ALTER c TYPE varchar(5);
-- keeps
CREATE TABLE t (c date);
INSERT INTO t VALUES ('4713-01-01 BC');
ALTER TABLE t ALTER c TYPE varchar(13);
-- fails 22001
CREATE TABLE t (c timestamptz);
INSERT INTO t VALUES (now());
ALTER TABLE t ALTER c TYPE varchar(10);
-- keeps
CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (c mood);
INSERT INTO t VALUES ('happy');
ALTER TABLE t ALTER c TYPE varchar(5) USING c::varchar(5);
-- cuts
CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (c mood);
INSERT INTO t VALUES ('happy');
ALTER TABLE t ALTER c TYPE varchar(4) USING c::varchar(4);
-- fails 22P02
CREATE TABLE t (c text);
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE integer USING c::integer;
-- fails 22P02
CREATE TABLE t (c varchar(36));
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE uuid USING c::uuid;
-- fails 22P02
CREATE TABLE t (c text);
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE numeric(8, 2) USING nullif(c, '')::numeric;
-- fails 22007
CREATE TABLE t (c text);
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE date USING c::date;
-- fails 22007
CREATE TABLE t (c text);
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE timestamptz USING c::timestamptz;
-- fails 22P02
CREATE TABLE t (c text);
INSERT INTO t VALUES ('{x');
ALTER TABLE t ALTER c TYPE jsonb USING c::jsonb;
-- fails 22P02
CREATE TABLE t (c text);
INSERT INTO t VALUES ('x');
ALTER TABLE t ALTER c TYPE boolean USING c::boolean;
-- fails 22P02
CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (c text);
INSERT INTO t VALUES ('happy');
ALTER TABLE t ALTER c TYPE mood USING c::mood;
-- fails 23514
CREATE DOMAIN short AS text CHECK (length(VALUE) < 3); CREATE TABLE t (c text);
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE short;
-- fails 23502
CREATE DOMAIN filled AS text NOT NULL; CREATE TABLE t (c text);
INSERT INTO t VALUES (NULL);
ALTER TABLE t ALTER c TYPE filled;
-- fails 22P05
CREATE TABLE t (c json);
INSERT INTO t VALUES ('{"a":"\u0000"}');
ALTER TABLE t ALTER c TYPE jsonb;
-- keeps
CREATE TABLE t (c integer);
INSERT INTO t VALUES (7);
ALTER TABLE t ALTER c TYPE text;
-- keeps
CREATE TABLE t (c varchar(3));
INSERT INTO t VALUES ('abc');
ALTER TABLE t ALTER c TYPE text USING upper(c);
-- fails 23505
CREATE EXTENSION citext; CREATE TABLE t (c text UNIQUE);
INSERT INTO t VALUES ('a@x'), ('A@x');
ALTER TABLE t ALTER c TYPE citext;
-- keeps
CREATE EXTENSION citext; CREATE TABLE t (c text);
INSERT INTO t VALUES ('a@x'), ('A@x');
ALTER TABLE t ALTER c TYPE citext USING c::citext;
-- fails 22026
CREATE TABLE t (c bit(8));
INSERT INTO t VALUES (B'10101010');
ALTER TABLE t ALTER c TYPE bit(3);
-- fails 22026
CREATE TABLE t (c bit varying);
INSERT INTO t VALUES (B'10101010');
ALTER TABLE t ALTER c TYPE bit(3);
-- fails 22001
CREATE TABLE t (c bit varying(8));
INSERT INTO t VALUES (B'10101010');
ALTER TABLE t ALTER c TYPE bit varying(3);
-- keeps
CREATE TABLE t (c bit(8));
INSERT INTO t VALUES (B'10101010');
ALTER TABLE t ALTER c TYPE bit varying(8);
-- keeps
CREATE TABLE t (c bit(3));
INSERT INTO t VALUES (B'101');
ALTER TABLE t ALTER c TYPE bit(3) USING c::bit(3);
-- cuts
CREATE TABLE t (c bit(8));
INSERT INTO t VALUES (B'10101010');
ALTER TABLE t ALTER c TYPE bit(3) USING c::bit(3);
-- cuts
CREATE TABLE t (c bit varying(8));
INSERT INTO t VALUES (B'10101010');
ALTER TABLE t ALTER c TYPE bit USING c::bit;
-- cuts
CREATE TABLE t (c bit(8));
INSERT INTO t VALUES (B'10101010');
ALTER TABLE t ALTER c TYPE bit varying(3) USING c::bit varying(3);
-- keeps
CREATE TABLE t (c bit varying(3));
INSERT INTO t VALUES (B'101');
ALTER TABLE t ALTER c TYPE bit varying(8) USING c::bit varying(8);
