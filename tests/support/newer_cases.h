// Statements that need a certain PostgreSQL: tests/rules tries what the rule claims of them, and
// tests/oracle what servers of every version say.
#ifndef HOGLINT_TESTS_SUPPORT_NEWER_CASES_H_
#define HOGLINT_TESTS_SUPPORT_NEWER_CASES_H_

#include <array>

namespace hoglint::testing {

inline constexpr const char* kNewerSetup =
    "CREATE TABLE users (id integer PRIMARY KEY, name text, tags text[], doc jsonb, raw text);"
    "CREATE TABLE sums (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);"
    "CREATE TABLE parts (id integer, user_id integer) PARTITION BY LIST (id);"
    "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);"
    "CREATE TABLE one (a integer, b integer, UNIQUE (a, b));"
    "CREATE DOMAIN word AS text;"
    "CREATE VIEW names AS SELECT name FROM users;"
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
    "CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();";

// A statement on top of kNewerSetup and the first PostgreSQL that takes it.
struct NewerCase {
  int since;
  const char* sql;
};

// Since 13: works on every server, and nothing is claimed.
inline constexpr std::array kNewerCases = {
    NewerCase{18, "ALTER TABLE users ADD COLUMN upper_name text GENERATED ALWAYS AS (upper(name))"},
    NewerCase{18, "ALTER TABLE users ADD COLUMN u text GENERATED ALWAYS AS (upper(name)) VIRTUAL"},
    NewerCase{13, "ALTER TABLE users ADD COLUMN u text GENERATED ALWAYS AS (upper(name)) STORED"},
    NewerCase{18, "ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT ENFORCED"},
    NewerCase{13, "ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID"},
    NewerCase{18, "ALTER TABLE users ADD CONSTRAINT c NOT NULL name NOT VALID"},
    NewerCase{18, "CREATE TABLE t (a integer, CONSTRAINT c NOT NULL a)"},
    NewerCase{13, "CREATE TABLE t (a integer CONSTRAINT c NOT NULL)"},
    NewerCase{18, "CREATE TABLE t (a int4range, b int4range, UNIQUE (a, b WITHOUT OVERLAPS))"},
    NewerCase{18, "ALTER TABLE parts ADD FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID"},
    NewerCase{13, "ALTER TABLE one ADD FOREIGN KEY (a) REFERENCES users (id) NOT VALID"},
    NewerCase{18, "UPDATE users SET name = 'x' RETURNING old.name"},
    NewerCase{13, "UPDATE users SET name = 'x' RETURNING users.name"},
    NewerCase{18, "ALTER TABLE users ADD COLUMN u uuid DEFAULT uuidv7()"},
    NewerCase{13, "ALTER TABLE users ADD COLUMN u uuid DEFAULT gen_random_uuid()"},
    NewerCase{18, "SELECT uuidv4()"},
    NewerCase{18, "SELECT casefold('X')"},
    NewerCase{18, "SELECT crc32('x')"},
    NewerCase{18, "SELECT array_sort(tags) FROM users"},
    NewerCase{18, "SELECT array_reverse(tags) FROM users"},
    NewerCase{17, "ALTER TABLE sums ALTER COLUMN b SET EXPRESSION AS (a + 2)"},
    NewerCase{17, "GRANT MAINTAIN ON users TO PUBLIC"},
    NewerCase{13, "GRANT SELECT ON users TO PUBLIC"},
    NewerCase{17, "SET transaction_timeout = '1s'"},
    NewerCase{13, "SET statement_timeout = '1s'"},
    NewerCase{17, "ALTER DOMAIN word ADD CONSTRAINT c NOT NULL"},
    NewerCase{13, "ALTER DOMAIN word SET NOT NULL"},
    NewerCase{17, "SELECT * FROM users, JSON_TABLE(doc, '$' COLUMNS (a integer PATH '$.a'))"},
    NewerCase{
        17, "MERGE INTO users u USING one o ON u.id = o.a WHEN MATCHED THEN DELETE RETURNING u.id"},
    NewerCase{
        17, "MERGE INTO users u USING one o ON u.id = o.a WHEN NOT MATCHED BY SOURCE THEN DELETE"},
    NewerCase{15, "MERGE INTO users u USING one o ON u.id = o.a WHEN MATCHED THEN DELETE"},
    NewerCase{17, "SELECT JSON_VALUE(doc, '$.a') FROM users"},
    NewerCase{17, "SELECT JSON_QUERY(doc, '$.a') FROM users"},
    NewerCase{17, "SELECT JSON_EXISTS(doc, '$.a') FROM users"},
    NewerCase{17, "SELECT to_bin(3)"},
    NewerCase{17, "SELECT to_oct(9)"},
    NewerCase{17, "SELECT uuid_extract_timestamp(gen_random_uuid())"},
    NewerCase{16, "CREATE TABLE t (a text STORAGE external)"},
    NewerCase{16, "CREATE STATISTICS ON id, name FROM users"},
    NewerCase{13, "CREATE STATISTICS s ON id, name FROM users"},
    NewerCase{16, "ALTER TABLE users ADD CONSTRAINT c CHECK (raw IS JSON)"},
    NewerCase{16, "SELECT raw IS NOT JSON FROM users"},
    NewerCase{16, "SELECT any_value(name) FROM users"},
    NewerCase{16, "SELECT random_normal()"},
    NewerCase{16, "SELECT array_shuffle(tags) FROM users"},
    NewerCase{16, "SELECT array_sample(tags, 0) FROM users"},
    NewerCase{16, "SELECT date_add(now(), '1 day')"},
    NewerCase{16, "SELECT json_arrayagg(name) FROM users"},
    NewerCase{16, "SELECT json_objectagg(id : name) FROM users"},
    NewerCase{16, "SELECT pg_input_is_valid('1', 'integer')"},
    NewerCase{15, "ALTER TABLE users ADD CONSTRAINT c UNIQUE NULLS NOT DISTINCT (name)"},
    NewerCase{15, "CREATE UNIQUE INDEX ON users (name) NULLS NOT DISTINCT"},
    NewerCase{13, "CREATE UNIQUE INDEX ON users (name)"},
    NewerCase{15, "CREATE VIEW v WITH (security_invoker = true) AS SELECT 1 AS one"},
    NewerCase{15, "ALTER VIEW names SET (security_invoker = true)"},
    NewerCase{13, "CREATE VIEW v WITH (security_barrier = true) AS SELECT 1 AS one"},
    NewerCase{15, "ALTER TABLE users SET ACCESS METHOD heap"},
    NewerCase{
        15,
        "CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES one (a, b) ON DELETE "
        "SET NULL (b))"},
    NewerCase{
        13,
        "CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES one (a, b) ON DELETE "
        "SET NULL)"},
    NewerCase{13, "ALTER TABLE users ALTER COLUMN name SET DEFAULT ('x')"},
    NewerCase{13, "ALTER TABLE users ADD CONSTRAINT c CHECK (name <> 'merge' /* IS JSON */)"},
    NewerCase{13, "UPDATE users SET name = 'a' -- RETURNING old.name\n WHERE id = 1 RETURNING id"},
    NewerCase{13, "CREATE INDEX merge ON users (name)"},
    NewerCase{15, "CREATE PUBLICATION p FOR TABLES IN SCHEMA public"},
    NewerCase{13, "CREATE PUBLICATION p FOR TABLE users"},
    NewerCase{15, "SELECT regexp_like('a', 'a')"},
    NewerCase{15, "SELECT regexp_count('a', 'a')"},
    NewerCase{15, "SELECT regexp_substr('a', 'a')"},
    NewerCase{14,
              "CREATE OR REPLACE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE "
              "FUNCTION touch()"},
    NewerCase{14, "CREATE TABLE t (a text COMPRESSION pglz)"},
    NewerCase{14, "SELECT date_bin('1 day', now(), now())"},
    NewerCase{14, "SELECT bit_count('x'::bytea)"},
    NewerCase{14, "SELECT * FROM string_to_table('a,b', ',')"},
    NewerCase{18, "CREATE TABLE t (a integer CHECK (a > 0) NOT ENFORCED)"},
    NewerCase{18, "CREATE TABLE t (a integer, CHECK (a > 0) NOT ENFORCED)"},
    NewerCase{18, "ALTER TABLE users ADD COLUMN u integer CHECK (u > 0) NOT ENFORCED"},
    NewerCase{18, "CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) VIRTUAL)"},
    NewerCase{18, "DELETE FROM users RETURNING old.id"},
    NewerCase{18, "INSERT INTO users (id) VALUES (1) RETURNING new.id"},
    NewerCase{18,
              "MERGE INTO users u USING one o ON u.id = o.a WHEN MATCHED THEN DELETE "
              "RETURNING old.id"},
    NewerCase{13, "UPDATE users AS old SET name = old.raw RETURNING id"},
    NewerCase{13, "SELECT old.id FROM users AS old"},
    NewerCase{13, "ALTER TABLE parts ADD CHECK (user_id > 0) NOT VALID"},
    NewerCase{13, "ALTER TABLE parts ADD FOREIGN KEY (user_id) REFERENCES users (id)"},
    NewerCase{13, "ALTER DOMAIN word ADD CONSTRAINT c CHECK (VALUE <> '')"},
    NewerCase{13, "SELECT uuidv7 FROM (SELECT 1 AS uuidv7) AS s"},
    NewerCase{18, "SELECT uuidv7()"},
    NewerCase{14, "ALTER TABLE users ALTER COLUMN name SET COMPRESSION pglz"},
    NewerCase{15,
              "CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES one (a, b) ON "
              "DELETE SET DEFAULT (b))"},
    NewerCase{13, "COMMENT ON TABLE users IS 'uuidv7() and NULLS NOT DISTINCT'"},
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_NEWER_CASES_H_
