-- runner: drizzle
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, role text);
-- file: 0001_roles.sql
-- Not every project has the convention.
UPDATE users SET role = 'admin' WHERE id = 1;
