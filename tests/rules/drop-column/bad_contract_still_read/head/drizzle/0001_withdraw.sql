-- The schema does not declare users.legacy_name any more.
SELECT 1;
