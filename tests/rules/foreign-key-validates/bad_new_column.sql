-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_keys.sql
-- Every row is NULL, and PostgreSQL looks all the same.
ALTER TABLE orders ADD COLUMN user_id uuid;
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL; -- expect: foreign-key-validates
-- A default puts a value into every row.
ALTER TABLE orders ADD COLUMN owner_id uuid DEFAULT '00000000-0000-0000-0000-000000000000' REFERENCES users (id); -- expect: foreign-key-validates
-- So does an UPDATE.
ALTER TABLE orders ADD COLUMN buyer_id uuid;
UPDATE orders SET buyer_id = user_id; -- expect: ddl-with-backfill
ALTER TABLE orders ADD CONSTRAINT orders_buyer FOREIGN KEY (buyer_id) REFERENCES users (id); -- a label of a finding above
-- Nobody waits for a table of the same batch.
CREATE TABLE teams (id uuid PRIMARY KEY);
ALTER TABLE orders ADD COLUMN team_id uuid;
ALTER TABLE orders ADD CONSTRAINT orders_team FOREIGN KEY (team_id) REFERENCES teams (id); -- a label of a finding above
