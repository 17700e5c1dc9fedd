-- file: 0000_init.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE payments (id bigint PRIMARY KEY, secret text);
CREATE TABLE refunds (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE events (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE SCHEMA shop;
CREATE TABLE shop.carts (id bigint PRIMARY KEY);
CREATE PUBLICATION warehouse FOR TABLE orders, payments, refunds;
CREATE PUBLICATION live FOR TABLE orders, users;
CREATE PUBLICATION years FOR TABLE events_1;
CREATE PUBLICATION carts FOR TABLE shop.carts;
CREATE PUBLICATION short FOR TABLE orders;
CREATE PUBLICATION everything FOR ALL TABLES;
-- file: 0001_silent.sql
-- It says what it does.
ALTER PUBLICATION warehouse DROP TABLE refunds;
-- The same tables, with a list of columns.
ALTER PUBLICATION warehouse SET TABLE orders, payments (id);
ALTER PUBLICATION warehouse SET (publish = 'insert');
-- The table of a partition has the partition, and a schema its tables.
ALTER PUBLICATION years SET TABLE events;
ALTER PUBLICATION carts SET TABLES IN SCHEMA shop;
-- Half of it moves into another one.
ALTER PUBLICATION live SET TABLE orders;
CREATE PUBLICATION accounts FOR TABLE users;
-- Nobody subscribed to what it has within this migration.
ALTER PUBLICATION short ADD TABLE refunds;
ALTER PUBLICATION short SET TABLE payments;
ALTER PUBLICATION short ADD TABLE orders;
-- The same once more.
DROP PUBLICATION everything;
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert');
