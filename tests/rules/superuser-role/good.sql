-- A role with no more than it is granted.
CREATE ROLE "reporting" LOGIN NOSUPERUSER NOBYPASSRLS;
