// Maintenance, transactions, settings, rights, comments, and what is not modelled.
#include <gtest/gtest.h>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

TEST(Maintenance, TablesAndOptions) {
  const One<Truncate> truncate("TRUNCATE TABLE a, app.b RESTART IDENTITY CASCADE");
  EXPECT_EQ(Dotted(truncate->tables), (Strings{"a", "app.b"}));
  EXPECT_TRUE(truncate->cascade);
  EXPECT_TRUE(truncate->restart_identity);

  const One<LockTable> lock("LOCK TABLE ONLY a IN SHARE ROW EXCLUSIVE MODE NOWAIT");
  EXPECT_EQ(lock->mode, 6);
  EXPECT_TRUE(lock->nowait);
  EXPECT_EQ(One<LockTable>("LOCK a")->mode, 8);
  EXPECT_EQ(One<LockTable>("LOCK a IN ACCESS SHARE MODE")->mode, 1);

  EXPECT_TRUE(
      One<RefreshMaterializedView>("REFRESH MATERIALIZED VIEW CONCURRENTLY v")->concurrently);
  EXPECT_TRUE(
      One<RefreshMaterializedView>("REFRESH MATERIALIZED VIEW v WITH NO DATA")->with_no_data);

  const One<Reindex> reindex("REINDEX (VERBOSE) TABLE CONCURRENTLY app.t");
  EXPECT_EQ(reindex->kind, ReindexKind::kTable);
  EXPECT_EQ(Dotted(*reindex->relation), "app.t");
  EXPECT_TRUE(reindex->concurrently);
  EXPECT_FALSE(One<Reindex>("REINDEX INDEX i")->concurrently);
  EXPECT_FALSE(One<Reindex>("REINDEX (CONCURRENTLY false) INDEX i")->concurrently);
  EXPECT_EQ(One<Reindex>("REINDEX SCHEMA app")->name, "app");

  const One<Cluster> cluster("CLUSTER app.t USING i");
  EXPECT_EQ(Dotted(*cluster->table), "app.t");
  EXPECT_EQ(cluster->index, "i");
  EXPECT_FALSE(One<Cluster>("CLUSTER")->table);

  EXPECT_TRUE(One<Vacuum>("VACUUM FULL a, b")->full);
  EXPECT_TRUE(One<Vacuum>("VACUUM (FULL, ANALYZE) a")->full);
  EXPECT_FALSE(One<Vacuum>("VACUUM (FULL off) a")->full);
  EXPECT_TRUE(One<Vacuum>("ANALYZE a")->analyze_only);
  EXPECT_TRUE(One<Vacuum>("VACUUM")->tables.empty());
}

TEST(Copy, BothWays) {
  const One<Copy> from("COPY app.t (a, b) FROM '/tmp/x'");
  EXPECT_TRUE(from->from);
  EXPECT_EQ(Dotted(*from->table), "app.t");
  const One<Copy> to("COPY (SELECT a FROM s) TO STDOUT");
  EXPECT_FALSE(to->from);
  EXPECT_EQ(Dotted(to->query->reads), (Strings{"s"}));
  EXPECT_EQ(to.Text(to->query->span), "SELECT a FROM s");
}

TEST(Transactions, EveryKind) {
  EXPECT_EQ(One<TransactionControl>("BEGIN")->kind, TransactionKind::kBegin);
  EXPECT_EQ(One<TransactionControl>("START TRANSACTION READ ONLY")->kind, TransactionKind::kBegin);
  EXPECT_EQ(One<TransactionControl>("COMMIT")->kind, TransactionKind::kCommit);
  EXPECT_EQ(One<TransactionControl>("END")->kind, TransactionKind::kCommit);
  EXPECT_EQ(One<TransactionControl>("ROLLBACK")->kind, TransactionKind::kRollback);
  EXPECT_TRUE(One<TransactionControl>("COMMIT AND CHAIN")->chain);
  const One<TransactionControl> savepoint("SAVEPOINT \"S\"");
  EXPECT_EQ(savepoint->kind, TransactionKind::kSavepoint);
  EXPECT_EQ(savepoint->savepoint, "S");
  EXPECT_EQ(One<TransactionControl>("RELEASE s")->kind, TransactionKind::kReleaseSavepoint);
  EXPECT_EQ(One<TransactionControl>("ROLLBACK TO s")->kind, TransactionKind::kRollbackToSavepoint);
  EXPECT_EQ(One<TransactionControl>("PREPARE TRANSACTION 'x'")->kind, TransactionKind::kPrepare);
}

TEST(SetVariable, NamesAndValues) {
  const One<SetVariable> timeout("SET LOCAL Lock_Timeout = '5s'");
  EXPECT_EQ(timeout->name, "lock_timeout");
  EXPECT_EQ(timeout->values, (Strings{"5s"}));
  EXPECT_TRUE(timeout->local);
  EXPECT_EQ(One<SetVariable>("SET search_path TO app, \"Public\"")->values,
            (Strings{"app", "Public"}));
  EXPECT_EQ(One<SetVariable>("SET statement_timeout = 0")->values, (Strings{"0"}));
  EXPECT_TRUE(One<SetVariable>("RESET lock_timeout")->values.empty());
  EXPECT_TRUE(One<SetVariable>("SET lock_timeout TO DEFAULT")->values.empty());
  EXPECT_EQ(One<SetVariable>("RESET ALL")->name, "");
  EXPECT_EQ(One<SetVariable>("SET TIME ZONE 'UTC'")->name, "timezone");
  EXPECT_EQ(One<SetVariable>("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")->values,
            (Strings{"transaction_isolation=serializable"}));
}

TEST(Grant, ObjectsAndRoles) {
  const One<Grant> tables("GRANT SELECT, UPDATE (a) ON TABLE app.t, u TO web, PUBLIC");
  EXPECT_EQ(tables->kind, ObjectKind::kTable);
  EXPECT_EQ(Dotted(tables->objects[0].name), "app.t");
  EXPECT_EQ(tables.Text(tables->objects[0].name.span), "app.t");
  EXPECT_EQ(tables->privileges, (Strings{"select", "update"}));
  EXPECT_EQ(tables->grantees, (Strings{"web", "public"}));
  EXPECT_TRUE(One<Grant>("GRANT ALL ON t TO web")->privileges.empty());
  const One<Grant> function("REVOKE EXECUTE ON FUNCTION app.f(int), g FROM web");
  EXPECT_TRUE(function->revoke);
  EXPECT_EQ(function->kind, ObjectKind::kFunction);
  EXPECT_EQ(function.Text(function->objects[1].name.span), "g");
  EXPECT_EQ(One<Grant>("GRANT USAGE ON SCHEMA app TO web")->kind, ObjectKind::kSchema);
  const One<Grant> all("GRANT SELECT ON ALL TABLES IN SCHEMA app TO web");
  EXPECT_TRUE(all->all_in_schema);
  EXPECT_EQ(all->objects[0].name.name, "app");
  const One<Grant> role("GRANT admin TO bob");
  EXPECT_TRUE(role->role_membership);
  EXPECT_EQ(role->objects[0].name.name, "admin");
}

TEST(Comment, OnObjectsAndParts) {
  const One<Comment> table("COMMENT ON TABLE app.t IS 'x'");
  EXPECT_EQ(table->kind, ObjectKind::kTable);
  EXPECT_EQ(Dotted(table->object.name), "app.t");
  EXPECT_EQ(table.Text(table->object.name.span), "app.t");
  const One<Comment> column("COMMENT ON COLUMN app.t.\"C\" IS NULL");
  EXPECT_EQ(column->kind, ObjectKind::kColumn);
  EXPECT_EQ(column->object.name.name, "C");
  EXPECT_EQ(column.Text(column->object.name.span), "\"C\"");
  EXPECT_EQ(Dotted(*column->object.parent), "app.t");
  EXPECT_EQ(column.Text(column->object.parent->span), "app.t");
  const One<Comment> constraint("COMMENT ON CONSTRAINT c ON app.t IS ''");
  EXPECT_EQ(Dotted(*constraint->object.parent), "app.t");
  const One<Comment> domain("COMMENT ON CONSTRAINT c ON DOMAIN app.d IS ''");
  EXPECT_EQ(domain->kind, ObjectKind::kDomainConstraint);
  EXPECT_EQ(Dotted(*domain->object.parent), "app.d");
  EXPECT_EQ(domain.Text(domain->object.parent->span), "app.d");
  EXPECT_EQ(Dotted(One<Comment>("COMMENT ON FUNCTION app.f(int) IS ''")->object.name), "app.f");
  EXPECT_EQ(One<Comment>("COMMENT ON EXTENSION e IS ''")->object.name.name, "e");
}

TEST(Other, HasPostgresqlsCommandTag) {
  struct Case {
    const char* sql;
    const char* tag;
  };
  for (const Case& example : {
           Case{"CREATE PUBLICATION p FOR ALL TABLES", "CREATE PUBLICATION"},
           Case{"ALTER PUBLICATION p ADD TABLE t", "ALTER PUBLICATION"},
           Case{"CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p", "CREATE SUBSCRIPTION"},
           Case{"ALTER SUBSCRIPTION s DISABLE", "ALTER SUBSCRIPTION"},
           Case{"DROP SUBSCRIPTION s", "DROP SUBSCRIPTION"},
           Case{"ALTER SYSTEM SET work_mem = '1GB'", "ALTER SYSTEM"},
           Case{"CREATE DATABASE d", "CREATE DATABASE"},
           Case{"ALTER DATABASE d SET work_mem = '1GB'", "ALTER DATABASE"},
           Case{"DROP DATABASE d", "DROP DATABASE"},
           Case{"CREATE TABLESPACE s LOCATION '/x'", "CREATE TABLESPACE"},
           Case{"DROP TABLESPACE s", "DROP TABLESPACE"},
           Case{"NOTIFY c", "NOTIFY"},
           Case{"LISTEN c", "LISTEN"},
           Case{"CALL p(1)", "CALL"},
           Case{"SECURITY LABEL ON TABLE t IS 'x'", "SECURITY LABEL"},
           Case{"IMPORT FOREIGN SCHEMA s FROM SERVER x INTO y", "IMPORT FOREIGN SCHEMA"},
           Case{"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO w", "ALTER DEFAULT PRIVILEGES"},
           Case{"CREATE AGGREGATE a(int) (sfunc = f, stype = int)", "CREATE AGGREGATE"},
           Case{"CREATE OPERATOR ## (function = f, leftarg = int)", "CREATE OPERATOR"},
           Case{"CREATE COLLATION c (locale = 'x')", "CREATE COLLATION"},
           Case{"CREATE CAST (a AS b) WITHOUT FUNCTION", "CREATE CAST"},
           Case{"CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
                "CREATE EVENT TRIGGER"},
           Case{"CREATE SERVER s FOREIGN DATA WRAPPER w", "CREATE SERVER"},
           Case{"CREATE USER MAPPING FOR u SERVER s", "CREATE USER MAPPING"},
           Case{"CREATE TEXT SEARCH CONFIGURATION c (copy = simple)",
                "CREATE TEXT SEARCH CONFIGURATION"},
           Case{"ALTER ROLE r SUPERUSER", "ALTER ROLE"},
           Case{"ALTER ROLE r SET work_mem = '1GB'", "ALTER ROLE"},
           Case{"EXPLAIN ANALYZE SELECT 1", "EXPLAIN"},
           Case{"SHOW work_mem", "SHOW"},
           Case{"CHECKPOINT", "CHECKPOINT"},
           Case{"DISCARD ALL", "DISCARD ALL"},
           Case{"SET CONSTRAINTS ALL DEFERRED", "SET CONSTRAINTS"},
           Case{"PREPARE p AS SELECT 1", "PREPARE"},
           Case{"EXECUTE p", "EXECUTE"},
           Case{"DECLARE c CURSOR FOR SELECT 1", "DECLARE CURSOR"},
           Case{"ALTER EXTENSION e ADD TABLE t", "ALTER EXTENSION"},
           Case{"ALTER STATISTICS s SET STATISTICS 5", "ALTER STATISTICS"},
           Case{"ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b", "ALTER TABLE"},
           Case{"ALTER INDEX ALL IN TABLESPACE a SET TABLESPACE b", "ALTER INDEX"},
           Case{"ALTER MATERIALIZED VIEW ALL IN TABLESPACE a SET TABLESPACE b",
                "ALTER MATERIALIZED VIEW"},
           Case{"CLOSE c", "CLOSE CURSOR"},
           Case{"CLOSE ALL", "CLOSE CURSOR ALL"},
           Case{"FETCH c", "FETCH"},
           Case{"MOVE c", "MOVE"},
           Case{"DEALLOCATE p", "DEALLOCATE"},
           Case{"DEALLOCATE ALL", "DEALLOCATE ALL"},
           Case{"UNLISTEN c", "UNLISTEN"},
           Case{"LOAD 'x'", "LOAD"},
           Case{"DISCARD PLANS", "DISCARD PLANS"},
           Case{"DISCARD SEQUENCES", "DISCARD SEQUENCES"},
           Case{"DISCARD TEMP", "DISCARD TEMP"},
           Case{"CREATE TEXT SEARCH PARSER p (start = f)", "CREATE TEXT SEARCH PARSER"},
           Case{"CREATE TEXT SEARCH DICTIONARY d (template = simple)",
                "CREATE TEXT SEARCH DICTIONARY"},
           Case{"CREATE TEXT SEARCH TEMPLATE t (lexize = f)", "CREATE TEXT SEARCH TEMPLATE"},
           Case{"ALTER TEXT SEARCH DICTIONARY d (stopwords)", "ALTER TEXT SEARCH DICTIONARY"},
           Case{"CREATE ACCESS METHOD m TYPE INDEX HANDLER f", "CREATE ACCESS METHOD"},
           Case{"ALTER EVENT TRIGGER e DISABLE", "ALTER EVENT TRIGGER"},
           Case{"ALTER TABLESPACE s SET (seq_page_cost = 1)", "ALTER TABLESPACE"},
           Case{"ALTER DATABASE d REFRESH COLLATION VERSION", "ALTER DATABASE"},
           Case{"ALTER COLLATION c REFRESH VERSION", "ALTER COLLATION"},
           Case{"CREATE FOREIGN DATA WRAPPER w", "CREATE FOREIGN DATA WRAPPER"},
           Case{"ALTER FOREIGN DATA WRAPPER w NO HANDLER", "ALTER FOREIGN DATA WRAPPER"},
           Case{"ALTER SERVER s VERSION '2'", "ALTER SERVER"},
           Case{"ALTER USER MAPPING FOR u SERVER s OPTIONS (a 'b')", "ALTER USER MAPPING"},
           Case{"DROP USER MAPPING FOR u SERVER s", "DROP USER MAPPING"},
           Case{"CREATE CONVERSION c FOR 'a' TO 'b' FROM f", "CREATE CONVERSION"},
           Case{"CREATE OPERATOR FAMILY f USING btree", "CREATE OPERATOR FAMILY"},
           Case{"ALTER OPERATOR ## (int, int) SET (RESTRICT = NONE)", "ALTER OPERATOR"},
           Case{"ALTER SUBSCRIPTION s DISABLE", "ALTER SUBSCRIPTION"},
           Case{"DROP SUBSCRIPTION s", "DROP SUBSCRIPTION"},
           Case{"ALTER FUNCTION f DEPENDS ON EXTENSION e", "ALTER FUNCTION"},
           Case{"ALTER TRIGGER a ON t DEPENDS ON EXTENSION e", "ALTER TRIGGER"},
       }) {
    const One<OtherStatement> sql(example.sql);
    EXPECT_EQ(sql->command, example.tag);
  }
}

TEST(Other, NamesRelationsWhereItCan) {
  EXPECT_EQ(Dotted(One<OtherStatement>("CREATE PUBLICATION p FOR TABLE a, app.b")->objects),
            (Strings{"a", "app.b"}));
  EXPECT_EQ(Dotted(One<OtherStatement>("EXPLAIN DELETE FROM a USING b")->objects),
            (Strings{"b", "a"}));
}

}  // namespace
}  // namespace hoglint
