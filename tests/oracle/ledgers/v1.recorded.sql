CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text, created_at bigint, name text, applied_at timestamp with time zone);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at, name) VALUES ('25a3620ed691996b92e0f8eef61d4a1be418e66bd253b5d80a41acde1aa31bbb', 1767605400000, '20260105093000_users');
INSERT INTO drizzle.__drizzle_migrations (hash, created_at, name) VALUES ('31e268b6ce4eb4e2182fc0e2a7979db898b56a1c0a596876057d5cddd7382e52', 1770905100000, '20260212140500_posts');
