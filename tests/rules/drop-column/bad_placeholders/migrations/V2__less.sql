-- A tool puts names in before it runs the file; the findings show what the file says.
ALTER TABLE ${schema}.users DROP COLUMN legacy_${env};
ALTER TABLE {{ .Schema }}.notes DROP COLUMN words;
ALTER TABLE :app.events DROP COLUMN at;
DO $$ BEGIN ALTER TABLE ${schema}.users DROP COLUMN name; END $$;
