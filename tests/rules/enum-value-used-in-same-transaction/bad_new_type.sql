-- pg: 16
-- file: 0000_types.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');--> statement-breakpoint
ALTER TYPE mood ADD VALUE 'happy';--> statement-breakpoint
CREATE TABLE notes (
  id uuid PRIMARY KEY,
  mood mood NOT NULL DEFAULT 'happy' -- expect: enum-value-used-in-same-transaction
);
