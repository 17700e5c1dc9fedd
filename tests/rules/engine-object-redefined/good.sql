-- owner: hogsend
-- file: 0000_init.sql
CREATE SCHEMA app;
-- file: 0001_own_names.sql
-- The same name in another schema is another table.
CREATE TABLE app.contacts (id uuid PRIMARY KEY, email text);
CREATE TYPE app.journey_status AS ENUM ('on', 'off');
CREATE INDEX contacts_email_unique_idx ON app.contacts (email);
-- A temporary table hides the engine's for the session, and takes nothing from it.
CREATE TEMPORARY TABLE links (id uuid);
-- Names that the engine does not have.
CREATE TABLE client_notes (id uuid PRIMARY KEY, source text NOT NULL);
CREATE INDEX client_notes_source_idx ON client_notes (source);
-- Foreign keys and checks are named per table: the engine's may have the same name.
CREATE TABLE client_users (
  id uuid PRIMARY KEY,
  note uuid,
  CONSTRAINT account_user_id_user_id_fk FOREIGN KEY (note) REFERENCES client_notes (id)
);
