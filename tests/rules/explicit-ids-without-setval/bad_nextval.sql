-- file: 0000_init.sql
CREATE SEQUENCE numbers;
CREATE TABLE plans (id serial PRIMARY KEY, name text);
-- file: 0001_rows.sql
-- The next number of another sequence.
INSERT INTO plans (id, name) VALUES (nextval('numbers'), 'free'); -- expect: explicit-ids-without-setval
