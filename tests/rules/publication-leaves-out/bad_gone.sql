-- file: 0000_init.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE refunds (id bigint PRIMARY KEY);
INSERT INTO refunds VALUES (1);
CREATE PUBLICATION warehouse FOR TABLE orders, refunds;
CREATE PUBLICATION books FOR TABLE orders, refunds;
-- file: 0001_gone.sql
-- That the table is dropped is the finding.
ALTER PUBLICATION warehouse SET TABLE orders;
DROP TABLE refunds; -- expect: drop-table
-- So it is where the publication is.
ALTER PUBLICATION books SET TABLE refunds;
DROP PUBLICATION books; -- expect: drop-other
