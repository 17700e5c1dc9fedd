// CREATE VIEW, INDEX, SEQUENCE, TYPE, DOMAIN, FUNCTION, TRIGGER, POLICY and the rest.
#include <gtest/gtest.h>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

TEST(CreateView, KeepsItsQueryWithoutTheCheckOption) {
  const One<CreateView> sql(
      "CREATE OR REPLACE VIEW app.v (x, y) WITH (security_invoker = true) AS\n"
      "SELECT u.id, lower(u.email) FROM app.users u JOIN orders ON true WITH LOCAL CHECK OPTION");
  EXPECT_TRUE(sql->replace);
  EXPECT_EQ(Dotted(sql->view), "app.v");
  EXPECT_EQ(sql->column_names, (Strings{"x", "y"}));
  EXPECT_EQ(sql->options[0].name, "security_invoker");
  EXPECT_EQ(sql.Text(sql->query.span),
            "SELECT u.id, lower(u.email) FROM app.users u JOIN orders ON true");
  ASSERT_EQ(sql->query.from.size(), 2U);
  EXPECT_EQ(sql->query.from[0].alias, "u");
  EXPECT_EQ(sql->query.outputs[1].name, "lower");
}

TEST(CreateIndex, AllParts) {
  const One<CreateIndex> sql(
      "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"i x\" ON ONLY app.t USING gin ("
      "a COLLATE \"C\" text_pattern_ops DESC NULLS LAST, lower(b), (c || 'd') ASC) INCLUDE (e)"
      " NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE fast WHERE f IS NOT NULL AND g");
  EXPECT_EQ(sql->name, "i x");
  EXPECT_EQ(sql.Text(sql->name_span), "\"i x\"");
  EXPECT_EQ(Dotted(sql->table), "app.t");
  EXPECT_TRUE(sql->only);
  EXPECT_TRUE(sql->unique);
  EXPECT_TRUE(sql->concurrently);
  EXPECT_TRUE(sql->if_not_exists);
  EXPECT_TRUE(sql->nulls_not_distinct);
  EXPECT_EQ(sql->access_method, "gin");
  ASSERT_EQ(sql->elements.size(), 3U);
  EXPECT_EQ(sql->elements[0].column, "a");
  EXPECT_EQ(sql->elements[0].collation, "C");
  EXPECT_EQ(sql->elements[0].operator_class, "text_pattern_ops");
  EXPECT_TRUE(sql->elements[0].descending);
  EXPECT_EQ(sql->elements[0].nulls_first, false);
  EXPECT_EQ(sql->elements[1].expression->text, "lower(b)");
  EXPECT_FALSE(sql->elements[1].nulls_first);
  EXPECT_EQ(sql->elements[2].expression->text, "c || 'd'");
  EXPECT_EQ(sql->including, (Strings{"e"}));
  EXPECT_EQ(sql->where->text, "f IS NOT NULL AND g");
  EXPECT_EQ(sql->where->proves_not_null, (Strings{"f"}));
  EXPECT_EQ(sql->storage[0].value, "70");
  EXPECT_EQ(sql->tablespace, "fast");
}

TEST(CreateIndex, WithoutAName) {
  const One<CreateIndex> sql("CREATE INDEX ON t (a)");
  EXPECT_EQ(sql->name, "");
  EXPECT_EQ(sql->access_method, "btree");
  EXPECT_FALSE(sql->concurrently);
}

TEST(Sequences, OwnersAndTypes) {
  const One<CreateSequence> sql(
      "CREATE TEMP SEQUENCE IF NOT EXISTS s AS bigint START 5 OWNED BY app.t.c");
  EXPECT_EQ(sql->persistence, Persistence::kTemporary);
  EXPECT_EQ(FormatType(*sql->options.type), "bigint");
  EXPECT_EQ(Dotted(*sql->options.owned_by_table), "app.t");
  EXPECT_EQ(sql.Text(sql->options.owned_by_table->span), "app.t");
  EXPECT_EQ(sql->options.owned_by_column, "c");
  const One<AlterSequence> alter("ALTER SEQUENCE IF EXISTS app.s RESTART WITH 1 OWNED BY NONE");
  EXPECT_TRUE(alter->if_exists);
  EXPECT_TRUE(alter->options.restart);
  EXPECT_TRUE(alter->options.owned_by_none);
}

TEST(Types, EnumsAndTheirValues) {
  const One<CreateEnum> sql("CREATE TYPE \"public\".\"mood\" AS ENUM ('sad', 'o''k', '')");
  EXPECT_EQ(Dotted(sql->type), "public.mood");
  EXPECT_EQ(sql.Text(sql->type.span), "\"public\".\"mood\"");
  EXPECT_EQ(sql->values, (Strings{"sad", "o'k", ""}));

  const One<AlterEnum> add("ALTER TYPE app.mood ADD VALUE IF NOT EXISTS 'meh' BEFORE 'sad'");
  EXPECT_EQ(Dotted(add->type), "app.mood");
  EXPECT_EQ(add->value, "meh");
  EXPECT_EQ(add.Text(add->value_span), "'meh'");
  EXPECT_EQ(add->neighbour, "sad");
  EXPECT_TRUE(add->before);
  EXPECT_TRUE(add->if_not_exists);
  EXPECT_FALSE(One<AlterEnum>("ALTER TYPE mood ADD VALUE 'x' AFTER 'y'")->before);
  const One<AlterEnum> rename("ALTER TYPE mood RENAME VALUE 'a' TO 'b'");
  EXPECT_EQ(rename->value, "a");
  EXPECT_EQ(rename->rename_to, "b");
  EXPECT_EQ(rename.Text(rename->value_span), "'a'");
}

TEST(Types, CompositeRangeAndBase) {
  const One<CreateCompositeType> composite("CREATE TYPE app.p AS (x int, y numeric(3, 1))");
  EXPECT_EQ(Dotted(composite->type), "app.p");
  EXPECT_EQ(FormatType(composite->columns[1].type), "numeric(3,1)");
  EXPECT_EQ(composite.Text(composite->columns[1].span), "y numeric(3, 1)");
  EXPECT_TRUE(One<CreateOtherType>("CREATE TYPE r AS RANGE (subtype = int4)")->range);
  const One<CreateOtherType> shell("CREATE TYPE app.s");
  EXPECT_FALSE(shell->range);
  EXPECT_EQ(shell.Text(shell->type.span), "app.s");
}

TEST(Types, Domains) {
  const One<CreateDomain> sql(
      "CREATE DOMAIN app.d AS varchar(9) COLLATE \"C\" DEFAULT 'a' || 'b' NOT NULL "
      "CONSTRAINT short CHECK (length(VALUE) < 9)");
  EXPECT_EQ(Dotted(sql->domain), "app.d");
  EXPECT_EQ(FormatType(sql->base), "character varying(9)");
  EXPECT_EQ(sql->collation, "C");
  EXPECT_EQ(sql->default_value->text, "'a' || 'b'");
  EXPECT_TRUE(sql->not_null);
  EXPECT_EQ(sql->constraints[0].name, "short");
  EXPECT_EQ(sql->constraints[0].check->text, "length(VALUE) < 9");

  const One<AlterDomain> add("ALTER DOMAIN app.d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID");
  EXPECT_EQ(add->kind, AlterDomainKind::kAddConstraint);
  EXPECT_EQ(add->constraint_name, "c");
  EXPECT_EQ(add->constraint->check->text, "VALUE > 0");
  EXPECT_TRUE(add->constraint->not_valid);
  EXPECT_EQ(One<AlterDomain>("ALTER DOMAIN d SET DEFAULT 1 + 2")->default_value->text, "1 + 2");
  EXPECT_FALSE(One<AlterDomain>("ALTER DOMAIN d DROP DEFAULT")->default_value);
  EXPECT_EQ(One<AlterDomain>("ALTER DOMAIN d SET NOT NULL")->kind, AlterDomainKind::kSetNotNull);
  EXPECT_EQ(One<AlterDomain>("ALTER DOMAIN d DROP NOT NULL")->kind, AlterDomainKind::kDropNotNull);
  EXPECT_EQ(One<AlterDomain>("ALTER DOMAIN d DROP CONSTRAINT c")->constraint_name, "c");
  EXPECT_EQ(One<AlterDomain>("ALTER DOMAIN d VALIDATE CONSTRAINT c")->kind,
            AlterDomainKind::kValidateConstraint);
}

TEST(CreateFunction, SignatureOptionsAndBody) {
  const One<CreateFunction> sql(
      "CREATE OR REPLACE FUNCTION app.f(a int, OUT b text, VARIADIC c text[]) RETURNS text\n"
      "LANGUAGE PLpgSQL STABLE SECURITY DEFINER SET search_path = '' AS $fn$ BEGIN RETURN 1; END "
      "$fn$");
  EXPECT_TRUE(sql->replace);
  EXPECT_EQ(Dotted(sql->function), "app.f");
  EXPECT_EQ(sql.Text(sql->function.span), "app.f");
  ASSERT_EQ(sql->argument_types.size(), 2U);
  EXPECT_EQ(FormatType(sql->argument_types[1]), "text[]");
  EXPECT_EQ(FormatType(*sql->returns), "text");
  EXPECT_EQ(sql->language, "plpgsql");
  EXPECT_EQ(sql->volatility, "stable");
  EXPECT_TRUE(sql->security_definer);
  EXPECT_TRUE(sql->sets_search_path);
  EXPECT_EQ(sql->body, " BEGIN RETURN 1; END ");
  EXPECT_EQ(sql.Text(sql->body_span), sql->body);
}

// "in a integer default", "table x text": the parameters in order.
Strings ParametersOf(const CreateFunction& create) {
  constexpr std::array kModes = {"in", "out", "inout", "variadic", "table"};
  Strings shown;
  for (const RoutineParameter& parameter : create.parameters) {
    shown.push_back(std::string(kModes.at(static_cast<std::size_t>(parameter.mode))) + " " +
                    parameter.name + " " + FormatType(parameter.type) +
                    (parameter.has_default ? " default" : ""));
  }
  return shown;
}

TEST(CreateFunction, Parameters) {
  EXPECT_EQ(ParametersOf(*One<CreateFunction>(
                "CREATE FUNCTION f(int, a text, INOUT b int, OUT \"C\" bool, "
                "d int DEFAULT 1, VARIADIC e text[] = '{}') LANGUAGE sql AS ''")),
            (Strings{"in  integer", "in a text", "inout b integer", "out C boolean",
                     "in d integer default", "variadic e text[] default"}));
  EXPECT_EQ(ParametersOf(*One<CreateFunction>(
                "CREATE FUNCTION f(a int) RETURNS TABLE (x text, y app.mood) LANGUAGE sql AS ''")),
            (Strings{"in a integer", "table x text", "table y app.mood"}));
  EXPECT_TRUE(One<CreateFunction>("CREATE PROCEDURE p() LANGUAGE sql AS ''")->parameters.empty());
}

TEST(CreateFunction, OtherBodies) {
  const One<CreateFunction> plain("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
  EXPECT_EQ(plain.Text(plain->body_span), "SELECT 1");
  EXPECT_EQ(plain->volatility, "");
  const One<CreateFunction> quoted(
      "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''x'''");
  EXPECT_EQ(quoted->body, "SELECT 'x'");
  EXPECT_EQ(quoted->body_span, Span{});
  const One<CreateFunction> standard("CREATE FUNCTION f() RETURNS int RETURN 1");
  EXPECT_EQ(standard->body, "");
  EXPECT_EQ(standard->language, "");
  const One<CreateFunction> table("CREATE FUNCTION f() RETURNS TABLE (a int) LANGUAGE sql AS ''");
  EXPECT_TRUE(table->returns_table);
  EXPECT_TRUE(table->argument_types.empty());
  EXPECT_FALSE(table->returns);
  EXPECT_TRUE(One<CreateFunction>("CREATE PROCEDURE p() LANGUAGE sql AS ''")->procedure);
}

TEST(CreateTrigger, AllParts) {
  const One<CreateTrigger> sql(
      "CREATE OR REPLACE TRIGGER tr BEFORE INSERT OR UPDATE OF a, b ON app.t FOR EACH ROW "
      "WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION app.f('x')");
  EXPECT_EQ(sql->name, "tr");
  EXPECT_EQ(Dotted(sql->table), "app.t");
  EXPECT_EQ(Dotted(sql->function), "app.f");
  EXPECT_EQ(sql.Text(sql->function.span), "app.f");
  EXPECT_TRUE(sql->replace);
  EXPECT_TRUE(sql->row);
  EXPECT_EQ(sql->timing, "before");
  EXPECT_EQ(sql->events, (Strings{"insert", "update"}));
  EXPECT_EQ(sql->update_columns, (Strings{"a", "b"}));
  ASSERT_TRUE(sql->when);
  EXPECT_EQ(sql->when->text, "OLD.a IS DISTINCT FROM NEW.a");
  ASSERT_EQ(sql->when->columns.size(), 2U);
  EXPECT_EQ(sql->when->columns[1].qualifier, "new");
  EXPECT_EQ(sql->when->columns[1].column, "a");
  EXPECT_EQ(sql.Text(sql->when->columns[1].span), "NEW.a");
  const One<CreateTrigger> after(
      "CREATE CONSTRAINT TRIGGER c AFTER DELETE ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f()");
  EXPECT_TRUE(after->constraint);
  EXPECT_EQ(after->timing, "after");
  EXPECT_TRUE(after->update_columns.empty());
  EXPECT_FALSE(after->when);
  EXPECT_EQ(
      One<CreateTrigger>("CREATE TRIGGER i INSTEAD OF INSERT ON v EXECUTE FUNCTION f()")->timing,
      "instead of");
}

TEST(Policies, Conditions) {
  const One<CreatePolicy> sql(
      "CREATE POLICY p ON app.t AS RESTRICTIVE FOR UPDATE TO web, PUBLIC "
      "USING (owner = current_user) WITH CHECK (true)");
  EXPECT_EQ(Dotted(sql->table), "app.t");
  EXPECT_FALSE(sql->permissive);
  EXPECT_EQ(sql->command, "update");
  EXPECT_EQ(sql->roles, (Strings{"web", "public"}));
  EXPECT_EQ(sql->using_expression->text, "owner = current_user");
  EXPECT_EQ(sql->using_expression->functions[0].name.name, "current_user");
  EXPECT_TRUE(sql->check_expression->is_true);
  const One<AlterPolicy> alter("ALTER POLICY p ON t TO web USING (a)");
  EXPECT_EQ(alter->using_expression->text, "a");
  EXPECT_FALSE(alter->check_expression);
}

TEST(CreateRule, NamesItsTable) {
  const One<CreateRule> sql("CREATE OR REPLACE RULE r AS ON DELETE TO app.t DO INSTEAD NOTHING");
  EXPECT_EQ(sql->name, "r");
  EXPECT_EQ(Dotted(sql->table), "app.t");
}

TEST(CreateSchema, AndWhatItCreates) {
  EXPECT_TRUE(One<CreateSchema>("CREATE SCHEMA IF NOT EXISTS app")->if_not_exists);
  EXPECT_EQ(One<CreateSchema>("CREATE SCHEMA AUTHORIZATION bob")->name, "bob");
  const Parsed sql(
      "CREATE SCHEMA app CREATE TABLE t (a int) CREATE VIEW v AS SELECT a FROM t; SELECT 1");
  ASSERT_EQ(sql.statements().size(), 4U);
  EXPECT_EQ(Dotted(As<CreateTable>(sql.statements()[1])->table), "app.t");
  EXPECT_EQ(sql.Text(sql.statements()[1].span), "CREATE TABLE t (a int)");
  EXPECT_EQ(Dotted(As<CreateView>(sql.statements()[2])->view), "app.v");
  EXPECT_EQ(sql.file().chunks[0].statement_count, 2U);
}

TEST(CreateExtension, Options) {
  const One<CreateExtension> sql(
      "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" WITH SCHEMA ext VERSION '1.1' CASCADE");
  EXPECT_EQ(sql->name, "uuid-ossp");
  EXPECT_EQ(sql->schema, "ext");
  EXPECT_EQ(sql->version, "1.1");
  EXPECT_TRUE(sql->cascade);
  EXPECT_TRUE(One<AlterExtension>("ALTER EXTENSION x UPDATE TO '2'")->update);
}

TEST(CreateStatistics, NamesItsTables) {
  const One<CreateStatistics> sql("CREATE STATISTICS IF NOT EXISTS app.s ON a, b FROM app.t");
  EXPECT_EQ(Dotted(sql->statistics), "app.s");
  EXPECT_EQ(sql.Text(sql->statistics.span), "app.s");
  EXPECT_EQ(Dotted(sql->tables), (Strings{"app.t"}));
}

TEST(CreateRole, WithPowers) {
  const One<CreateRole> sql("CREATE ROLE r SUPERUSER BYPASSRLS LOGIN");
  EXPECT_TRUE(sql->superuser);
  EXPECT_TRUE(sql->bypass_rls);
  EXPECT_FALSE(One<CreateRole>("CREATE USER u NOSUPERUSER")->superuser);
}

}  // namespace
}  // namespace hoglint
