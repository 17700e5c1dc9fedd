-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, nick text);
CREATE VIEW v AS SELECT id FROM users;
CREATE VIEW x AS SELECT id FROM users;
CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN email AS text;
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE numbers;
-- file: 0001_silent.sql
-- Each of these leaves another object of its kind under the old name.
ALTER VIEW v RENAME TO v_old;
CREATE VIEW v AS SELECT id, nick FROM users;
ALTER TYPE pair RENAME TO pair_old;
CREATE TYPE pair AS (a int, b int, c int);
ALTER DOMAIN email RENAME TO email_old;
CREATE DOMAIN email AS text CHECK (VALUE <> '');
ALTER FUNCTION one() RENAME TO one_old;
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2';
ALTER SEQUENCE numbers RENAME TO numbers_old;
CREATE SEQUENCE numbers;
-- One that stands ready is given the name.
CREATE VIEW ready AS SELECT id FROM users;
ALTER VIEW x RENAME TO x_old;
ALTER VIEW ready RENAME TO x;
-- There is none, and the statement says that it may be so.
ALTER VIEW IF EXISTS missing RENAME TO found;
ALTER SEQUENCE IF EXISTS missing RENAME TO found;
-- The same batch has made all of these.
CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM users;
ALTER MATERIALIZED VIEW totals RENAME TO sums;
CREATE DOMAIN code AS text;
ALTER DOMAIN code RENAME TO short_code;
CREATE TABLE teams (id uuid CONSTRAINT teams_pk PRIMARY KEY);
ALTER TABLE teams RENAME CONSTRAINT teams_pk TO teams_key;
ALTER TABLE users ADD CONSTRAINT nick_set CHECK (nick <> '') NOT VALID;
ALTER TABLE users RENAME CONSTRAINT nick_set TO users_nick_set;
CREATE FUNCTION three() RETURNS int LANGUAGE sql AS 'SELECT 3';
ALTER FUNCTION three() RENAME TO tres;
