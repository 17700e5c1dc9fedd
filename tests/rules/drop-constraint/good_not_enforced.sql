-- pg: 18
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, age int, CONSTRAINT users_age CHECK (age > 0) NOT ENFORCED);
-- file: 0001_silent.sql
-- It has kept no row out.
ALTER TABLE users DROP CONSTRAINT users_age;
