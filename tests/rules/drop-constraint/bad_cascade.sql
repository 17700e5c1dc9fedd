-- What else a constraint may be, and what is no replacement of it.
-- file: 0000_init.sql
CREATE TABLE users (id uuid CONSTRAINT users_pk PRIMARY KEY, email text NOT NULL, phone text, age int);
ALTER TABLE users ADD CONSTRAINT users_contact CHECK (email IS NOT NULL AND age > 0);
ALTER TABLE users ADD CONSTRAINT users_phone CHECK (phone IS NOT NULL);
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE TABLE bookings (
  id uuid PRIMARY KEY,
  user_id uuid CONSTRAINT bookings_user REFERENCES users (id),
  team_id uuid CONSTRAINT bookings_team REFERENCES teams (id),
  code text CONSTRAINT bookings_code UNIQUE,
  slug text CONSTRAINT bookings_slug UNIQUE,
  during tsrange,
  CONSTRAINT bookings_during EXCLUDE USING gist (during WITH &&)
);
-- file: 0001_drop.sql
-- The foreign key goes with the key that it points to.
ALTER TABLE users DROP CONSTRAINT users_pk CASCADE; -- expect: drop-constraint
-- It says more than NOT NULL.
ALTER TABLE users DROP CONSTRAINT users_contact; -- expect: drop-constraint
-- The column is not NOT NULL.
ALTER TABLE users DROP CONSTRAINT users_phone; -- expect: drop-constraint
ALTER TABLE bookings DROP CONSTRAINT bookings_during; -- expect: drop-constraint
-- The new foreign key is on the same column, to another table.
ALTER TABLE bookings DROP CONSTRAINT bookings_team, -- expect: drop-constraint
  ADD CONSTRAINT bookings_crew FOREIGN KEY (team_id) REFERENCES bookings (id) NOT VALID;
-- Unique are lower(code), and slug together with the team; no longer code, or slug by itself.
ALTER TABLE bookings DROP CONSTRAINT bookings_code; -- expect: drop-constraint
ALTER TABLE bookings DROP CONSTRAINT bookings_slug; -- expect: drop-constraint
CREATE INDEX bookings_slug_idx ON bookings (slug); -- expect: create-index-blocks
CREATE UNIQUE INDEX bookings_code_idx ON bookings (lower(code)); -- expect: create-index-blocks
CREATE UNIQUE INDEX bookings_slug_team ON bookings (slug, team_id); -- expect: create-index-blocks
