-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE events (id uuid PRIMARY KEY);
-- file: 0001_rename.sql
ALTER TABLE users RENAME TO accounts; -- expect: rename-table
-- Another table takes the place of the old one.
CREATE TABLE events_new (id uuid PRIMARY KEY, payload jsonb);
ALTER TABLE events RENAME TO events_old; -- expect: rename-table
ALTER TABLE events_new RENAME TO events;
