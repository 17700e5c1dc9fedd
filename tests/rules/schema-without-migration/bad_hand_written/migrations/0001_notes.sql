CREATE TABLE client_notes (
  id uuid PRIMARY KEY,
  body varchar(2000) NOT NULL,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED
);
CREATE INDEX client_notes_search ON client_notes USING gin (search);
