-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, nick text UNIQUE, age int, phone text);
CREATE UNIQUE INDEX users_email_unique ON users (email);
ALTER TABLE users ADD CONSTRAINT users_age_range CHECK (age > 0);
ALTER TABLE users ADD CONSTRAINT users_phone_nn CHECK (phone IS NOT NULL) NOT VALID;
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE TABLE orders (
  id uuid PRIMARY KEY,
  user_id uuid REFERENCES users (id),
  team_id uuid REFERENCES teams (id),
  code text,
  CONSTRAINT orders_code_unique UNIQUE (code)
);
-- file: 0001_validate.sql
ALTER TABLE users VALIDATE CONSTRAINT users_phone_nn;
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;
-- file: 0002_silent.sql
-- The CHECK that let SET NOT NULL skip its scan repeats what the column says.
ALTER TABLE users DROP CONSTRAINT users_phone_nn;
-- The changed rule comes back under its name.
ALTER TABLE users DROP CONSTRAINT users_age_range;
ALTER TABLE users ADD CONSTRAINT users_age_range CHECK (age > 17) NOT VALID;
-- A unique index on the same column guarantees the same.
ALTER TABLE users DROP CONSTRAINT users_email_key;
-- The same foreign key comes back with another action.
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
  ON DELETE CASCADE NOT VALID;
-- The same batch has added it.
ALTER TABLE orders ADD CONSTRAINT scratch CHECK (code <> '') NOT VALID;
ALTER TABLE orders DROP CONSTRAINT scratch;
-- The same batch has created the table.
CREATE TABLE draft (id int CONSTRAINT draft_id CHECK (id > 0));
ALTER TABLE draft DROP CONSTRAINT draft_id;
-- An index is not a constraint.
CREATE INDEX draft_idx ON draft (id);
DROP INDEX draft_idx;
-- The files begin at the beginning and never add it: nothing is dropped.
ALTER TABLE orders DROP CONSTRAINT IF EXISTS never_added;
