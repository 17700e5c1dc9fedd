-- file: 0000_init.sql
CREATE TABLE users (id uuid NOT NULL, email text, room int4range);
-- file: 0001_keys.sql
ALTER TABLE "users" ADD CONSTRAINT "users_email_unique" UNIQUE("email"); -- expect: unique-constraint-builds-index
ALTER TABLE users ADD PRIMARY KEY (id, email); -- expect: unique-constraint-builds-index
ALTER TABLE users ADD CONSTRAINT users_room EXCLUDE USING gist (room WITH &&); -- expect: unique-constraint-builds-index
ALTER TABLE users ADD COLUMN handle text UNIQUE; -- expect: unique-constraint-builds-index
