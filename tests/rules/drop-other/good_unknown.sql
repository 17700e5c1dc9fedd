-- file: 0000_init.sql
CREATE SCHEMA storage;
CREATE POLICY objects_all ON storage.objects USING (owner = current_user);
-- file: 0001_silent.sql
-- A table of somebody else may have other policies.
DROP POLICY objects_all ON storage.objects;
CREATE POLICY objects_read ON storage.objects FOR SELECT USING (true);
