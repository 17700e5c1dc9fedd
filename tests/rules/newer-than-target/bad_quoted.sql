-- pg: 14
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_new.sql
CREATE TABLE posts (id uuid PRIMARY KEY DEFAULT "uuidv7"()); -- expect: newer-than-target
