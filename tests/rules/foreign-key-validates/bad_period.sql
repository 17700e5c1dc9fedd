-- A key over time, and a new column with more than a type.
-- pg: 18
-- file: 0000_init.sql
CREATE TABLE rooms (id int4range, open tstzrange, PRIMARY KEY (id, open WITHOUT OVERLAPS));
CREATE TABLE talks (id uuid PRIMARY KEY, room int4range, held tstzrange);
CREATE TABLE users (id text COLLATE "C" PRIMARY KEY);
-- file: 0001_keys.sql
ALTER TABLE talks ADD CONSTRAINT talks_room FOREIGN KEY (room, PERIOD held) REFERENCES rooms (id, PERIOD open); -- expect: foreign-key-validates
ALTER TABLE talks ADD COLUMN speaker text COLLATE "C";
ALTER TABLE talks ADD CONSTRAINT talks_speaker FOREIGN KEY (speaker) REFERENCES users (id); -- expect: foreign-key-validates
