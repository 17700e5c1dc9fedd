-- Sequences.

-- case: create-sequence
CREATE SEQUENCE extra;

-- case: create-sequence-owned
CREATE SEQUENCE extra OWNED BY users.age;

-- case: alter-sequence-restart
ALTER SEQUENCE ticket_numbers RESTART WITH 100;

-- case: alter-sequence-increment
ALTER SEQUENCE ticket_numbers INCREMENT BY 5 CACHE 10;

-- case: alter-sequence-type
ALTER SEQUENCE users_id_seq AS integer;

-- case: alter-sequence-owned-by
ALTER SEQUENCE ticket_numbers OWNED BY plain.b;

-- case: alter-sequence-owned-by-none
ALTER SEQUENCE owned_numbers OWNED BY NONE;

-- case: alter-sequence-rename
ALTER SEQUENCE ticket_numbers RENAME TO numbers;

-- case: alter-sequence-rename-by-alter-table
ALTER TABLE ticket_numbers RENAME TO numbers;

-- case: alter-sequence-set-schema
ALTER SEQUENCE ticket_numbers SET SCHEMA app;

-- case: alter-sequence-owner
ALTER SEQUENCE ticket_numbers OWNER TO oracle_owner;

-- case: alter-sequence-unlogged
-- ok: 15-18
ALTER SEQUENCE ticket_numbers SET UNLOGGED;

-- case: alter-sequence-if-exists-missing
ALTER SEQUENCE IF EXISTS missing RESTART;

-- case: alter-sequence-set-schema-owned
-- fails: 0A000
ALTER SEQUENCE owned_numbers SET SCHEMA app;

-- case: alter-sequence-of-identity
ALTER SEQUENCE orgs_id_seq RESTART WITH 5000;

-- case: drop-sequence
DROP SEQUENCE ticket_numbers;

-- case: drop-sequence-owned
DROP SEQUENCE owned_numbers;

-- case: drop-sequence-of-default
-- fails: 2BP01
DROP SEQUENCE users_id_seq;

-- case: drop-sequence-of-default-cascade
DROP SEQUENCE users_id_seq CASCADE;

-- case: drop-sequence-of-identity
-- fails: 2BP01
DROP SEQUENCE orgs_id_seq;

-- case: setval
SELECT setval('users_id_seq', (SELECT max(id) FROM users));

-- case: setval-serial
SELECT setval(pg_get_serial_sequence('users', 'id'), 1000);

-- case: nextval
SELECT nextval('ticket_numbers');
