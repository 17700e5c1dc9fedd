-- What stands there when it runs is not known: no such statement is said to fail.
ALTER TABLE users ADD COLUMN ${column} text;
ALTER TABLE users ADD COLUMN ${column} integer;
ALTER TABLE users ALTER COLUMN :old DROP NOT NULL;
INSERT INTO users (id, {{name}}) VALUES (1, ${value});
