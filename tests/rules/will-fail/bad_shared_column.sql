-- Both tables of the view have the column: what stands before the dot says whose is meant.
-- file: 0000_init.sql
CREATE TABLE tenants (id integer PRIMARY KEY, status text, name text);
CREATE TABLE users (id integer PRIMARY KEY, status text, tenant_id integer);
CREATE VIEW user_tenants AS SELECT u.id, t.name FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE t.status = 'active';
-- file: 0001_types.sql
ALTER TABLE users ALTER COLUMN id TYPE bigint; -- expect: table-rewrite, will-fail
ALTER TABLE tenants DROP COLUMN status; -- expect: drop-column, will-fail
-- Not this one.
ALTER TABLE users DROP COLUMN status; -- expect: drop-column
