--
-- PostgreSQL database dump
--
\restrict k3y
CREATE TABLE users (id integer, note text);
COPY users (id, note) FROM stdin;
1	it's; DROP TABLE users;
\.
\unrestrict k3y
