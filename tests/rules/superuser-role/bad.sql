CREATE ROLE "admin" LOGIN SUPERUSER; -- expect: superuser-role
--> statement-breakpoint
CREATE ROLE "reporting" LOGIN BYPASSRLS; -- expect: superuser-role
