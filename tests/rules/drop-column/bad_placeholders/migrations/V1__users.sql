CREATE TABLE ${schema}.users (id integer PRIMARY KEY, name text, legacy_${env} text);
CREATE TABLE {{ .Schema }}.notes (id integer PRIMARY KEY, words text);
CREATE TABLE :app.events (id integer PRIMARY KEY, at timestamptz);
