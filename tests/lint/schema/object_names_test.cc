// The names that PostgreSQL chooses. tests/oracle/fold_cases.sql shows the same on real servers.
#include "lint/schema/object_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lint/schema/expression_text.h"
#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using apply::ExpressionName;
using apply::MakeObjectName;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(ObjectNames, JoinTablesColumnsAndLabels) {
  EXPECT_EQ(MakeObjectName("users", "email", "key"), "users_email_key");
  EXPECT_EQ(MakeObjectName("users", "", "pkey"), "users_pkey");
}

TEST(ObjectNames, ShortenTheLongerPartTo63Bytes) {
  const std::string name = MakeObjectName(std::string(50, 'a'), std::string(20, 'b'), "idx");
  EXPECT_EQ(name, std::string(38, 'a') + "_" + std::string(20, 'b') + "_idx");
  EXPECT_EQ(name.size(), 63U);
}

TEST(ObjectNames, NeverCutACharacterInTwo) {
  std::string column;
  for (int i = 0; i < 40; ++i) column += "\xC3\xA9";  // é
  const std::string name = MakeObjectName("t", column, "key");
  EXPECT_EQ(name.size(), 62U) << "t_ + 28 characters of two bytes + _key; 57 bytes were allowed";
}

TEST(ObjectNames, AreNumberedWhenTaken) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE t (a int);
      CREATE INDEX ON t (a);
      CREATE INDEX ON t (a);
      CREATE TABLE u (a int CHECK (a > 0) CHECK (a < 9));)");
  EXPECT_THAT(IndexesIn(catalogue, "t"), ElementsAre("t_a_idx", "t_a_idx1"));
  EXPECT_THAT(ConstraintsIn(catalogue, "u"), ElementsAre("u_a_check c", "u_a_check1 c"));
}

TEST(ObjectNames, OfConstraintsAvoidThoseOfTheWholeSchema) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE a (x int, CONSTRAINT b_x_fkey CHECK (x > 0));
      CREATE TABLE b (x int PRIMARY KEY REFERENCES b);)");
  EXPECT_THAT(ConstraintsIn(catalogue, "b"), ElementsAre("b_pkey p", "b_x_fkey1 f"));
}

TEST(ObjectNames, OfIndexesFollowTheirExpressions) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE t (a text, b text);
      CREATE INDEX ON t (lower(a), (a || b), b) INCLUDE (a);)");
  EXPECT_THAT(IndexesIn(catalogue, "t"), ElementsAre("t_lower_expr_b_a_idx"));
}

TEST(ExpressionName, IsThatOfASelectList) {
  EXPECT_EQ(ExpressionName("lower(a)"), "lower");
  EXPECT_EQ(ExpressionName("t.a"), "a");
  EXPECT_EQ(ExpressionName("(a)::varchar(3)"), "a");
  EXPECT_EQ(ExpressionName("'x'::integer"), "int4");
  EXPECT_EQ(ExpressionName("(j ->> 'n')::int"), "int4");
  EXPECT_EQ(ExpressionName("CASE WHEN a THEN b ELSE c END"), "c");
  EXPECT_EQ(ExpressionName("CASE WHEN a THEN b END"), "case");
  EXPECT_EQ(ExpressionName("a AT TIME ZONE 'UTC'"), "timezone");
  EXPECT_EQ(ExpressionName("a COLLATE \"C\""), "a");
  EXPECT_EQ(ExpressionName("\"Weird Name\""), "Weird Name");
  EXPECT_EQ(ExpressionName("a + 1"), "");
  EXPECT_EQ(ExpressionName("a IS NULL"), "");
}

// With numbers of one, two and three digits, and a number that is free again.
TEST(ObjectNames, AreNumberedWhereManyWantTheSame) {
  std::string sql = "CREATE TABLE t (a int);";
  for (int i = 0; i < 120; ++i) sql += "ALTER TABLE t ADD CHECK (true);";
  sql += "ALTER TABLE t DROP CONSTRAINT t_check57, DROP CONSTRAINT t_check101;";
  for (int i = 0; i < 4; ++i) sql += "ALTER TABLE t ADD CHECK (true);";
  const Catalogue catalogue = CatalogueAfter(sql);
  const Relation* table = catalogue.Find(QualifiedName{"public", "t"});
  ASSERT_NE(table, nullptr);
  for (const char* name : {"t_check", "t_check9", "t_check10", "t_check57", "t_check99",
                           "t_check100", "t_check101", "t_check120", "t_check121"}) {
    EXPECT_NE(table->FindConstraint(name), nullptr) << name;
  }
  EXPECT_EQ(table->constraints.size(), 122U);
  EXPECT_EQ(table->constraints[118].name, "t_check57");
  EXPECT_EQ(table->constraints[119].name, "t_check101");
}

// Each digit takes a byte of what is cut, so that t...t_check9 and t...t_check10 begin differently.
// Looking at all names for each of thousands would take ever longer.
TEST(ObjectNames, GoOnBehindAThousand) {
  std::string sql = "CREATE TABLE t (a int);";
  for (int i = 0; i < 2'500; ++i) sql += "ALTER TABLE t ADD CHECK (a > 0);";
  const Catalogue catalogue = CatalogueAfter(sql);
  const Relation& table = *catalogue.Find(QualifiedName{"public", "t"});
  EXPECT_EQ(table.constraints.size(), 2'500U);
  for (const char* name : {"t_a_check", "t_a_check999", "t_a_check1001", "t_a_check2499"}) {
    EXPECT_NE(table.FindConstraint(name), nullptr) << name;
  }
}

TEST(ObjectNames, AreCutAgainForEachDigitOfTheNumber) {
  const std::string long_name(63, 't');
  std::string sql = "CREATE TABLE " + long_name + " (a int);";
  for (int i = 0; i < 12; ++i) sql += "ALTER TABLE " + long_name + " ADD CHECK (true);";
  const Catalogue catalogue = CatalogueAfter(sql);
  const Relation* table = catalogue.Find(QualifiedName{"public", long_name});
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->constraints.size(), 12U);
  EXPECT_EQ(table->constraints[9].name, std::string(56, 't') + "_check9");
  EXPECT_EQ(table->constraints[10].name, std::string(55, 't') + "_check10");
  EXPECT_EQ(table->constraints[11].name, std::string(55, 't') + "_check11");
}

TEST(ObjectNames, OfAnIndexsColumnsAreDifferent) {
  std::vector<IndexElement> elements(3);
  for (IndexElement& element : elements) element.column = "a";
  elements[1].column = "a1";
  EXPECT_THAT(apply::ChooseIndexColumnNames(elements, {"a", "b", "a1"}),
              ElementsAre("a", "a1", "a2", "a3", "b", "a11"));
}

// HasConstraint finds only names that were noted: none may come into the catalogue without.
TEST(HasConstraint, KnowsEveryNameThatTheFoldGives) {
  const Catalogue catalogue = CatalogueAfter(R"(
    CREATE SCHEMA s;
    CREATE TABLE parent (id int PRIMARY KEY, n int CHECK (n > 0), CONSTRAINT own UNIQUE (id, n))
      PARTITION BY RANGE (id);
    CREATE TABLE s.part PARTITION OF parent FOR VALUES FROM (0) TO (9);
    CREATE TABLE other (id int PRIMARY KEY);
    CREATE TABLE refers (id int CONSTRAINT other_fk REFERENCES other);
    CREATE TABLE kind (LIKE parent INCLUDING ALL);
    ALTER TABLE parent ADD CHECK (n < 100);
    ALTER TABLE parent RENAME CONSTRAINT parent_n_check TO positive;
    ALTER TABLE refers RENAME CONSTRAINT other_fk TO fk;
    ALTER TABLE refers SET SCHEMA s;
    ALTER INDEX other_pkey RENAME TO other_key;
    CREATE DOMAIN email AS text CHECK (VALUE <> '') CONSTRAINT short CHECK (length(VALUE) < 99);
    ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%');
    ALTER DOMAIN email RENAME CONSTRAINT short TO brief;
    ALTER DOMAIN email SET SCHEMA s;
    ALTER SCHEMA s RENAME TO v;
  )");
  std::vector<std::string> names;
  for (const auto& [name, id] : catalogue.relation_names()) {
    for (const Constraint& constraint : catalogue.Get(id)->constraints) {
      names.push_back(name.schema + "." + constraint.name);
      EXPECT_TRUE(catalogue.HasConstraint(name.schema, constraint.name)) << names.back();
    }
  }
  for (const auto& [name, type] : catalogue.types()) {
    for (const DomainConstraint& constraint : type.constraints) {
      names.push_back(name.schema + "." + constraint.name);
      EXPECT_TRUE(catalogue.HasConstraint(name.schema, constraint.name)) << names.back();
    }
  }
  EXPECT_THAT(names, UnorderedElementsAre("public.parent_n_check", "public.kind_pkey",
                                          "public.kind_id_n_key", "public.other_key",
                                          "public.positive", "public.parent_pkey", "public.own",
                                          "public.parent_n_check1", "v.positive", "v.part_pkey",
                                          "v.part_id_n_key", "v.parent_n_check1", "v.fk",
                                          "v.email_check", "v.brief", "v.email_check1"));
}

TEST(HasConstraint, FindsWhatIsThere) {
  Catalogue catalogue;
  Type domain;
  domain.name = {"public", "email"};
  domain.constraints.push_back({"email_check", true});
  catalogue.AddType(domain);
  const Catalogue copy = catalogue;
  catalogue.mutable_types().clear();
  EXPECT_FALSE(catalogue.HasConstraint("public", "email_check"));
  EXPECT_TRUE(copy.HasConstraint("public", "email_check"));
  EXPECT_FALSE(copy.HasConstraint("other", "email_check"));
}

}  // namespace
}  // namespace hoglint::testing
