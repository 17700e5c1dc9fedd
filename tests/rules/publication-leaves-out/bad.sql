-- file: 0000_init.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE payments (id bigint PRIMARY KEY);
CREATE TABLE refunds (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE SCHEMA shop;
CREATE TABLE shop.carts (id bigint PRIMARY KEY);
CREATE PUBLICATION warehouse FOR TABLE orders, payments;
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION "Live" FOR TABLE orders, users;
CREATE PUBLICATION shops FOR TABLES IN SCHEMA shop;
-- No file makes it; it is known by what is added to it.
ALTER PUBLICATION realtime ADD TABLE payments, users;
-- file: 0001_set.sql
-- Somebody wanted to add refunds.
ALTER PUBLICATION warehouse SET TABLE orders, refunds; -- expect: publication-leaves-out
DROP PUBLICATION everything;
CREATE PUBLICATION everything FOR TABLE orders, payments, refunds; -- expect: publication-leaves-out
-- That another one has it too helps its own subscribers nothing.
ALTER PUBLICATION "Live" SET TABLE users; -- expect: publication-leaves-out
ALTER PUBLICATION shops SET TABLE refunds; -- expect: publication-leaves-out
ALTER PUBLICATION realtime SET TABLE users; -- expect: publication-leaves-out
