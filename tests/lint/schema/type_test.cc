// Enums, domains, composite types, and the columns that have them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Labels(const Catalogue& catalogue, const std::string& name) {
  std::vector<std::string> labels;
  for (const EnumValue& value : catalogue.types().at({"public", name}).values) {
    labels.push_back(value.label);
  }
  return labels;
}

TEST(Enum, KeepsTheOrderOfItsValues) {
  const Applied applied = ApplySql(R"(
      CREATE TYPE mood AS ENUM ('sad', 'happy');
      ALTER TYPE mood ADD VALUE 'ok' BEFORE 'happy';
      ALTER TYPE mood ADD VALUE 'great';
      ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad';
      ALTER TYPE mood RENAME VALUE 'sad' TO 'low';
      ALTER TYPE mood ADD VALUE 'ok';)");
  EXPECT_THAT(Labels(applied.catalogue, "mood"), ElementsAre("low", "ok", "happy", "great"));
  EXPECT_THAT(applied.Messages(), ElementsAre("enum label \"ok\" already exists"));
}

TEST(Enum, KnowsWhichValuesAreYoungerThanItself) {
  Applied first = ApplySql("CREATE TYPE mood AS ENUM ('sad')", {}, BatchId{0});
  const Applied second =
      ApplySql("ALTER TYPE mood ADD VALUE 'ok'", std::move(first.catalogue), BatchId{1});
  const Type& mood = second.catalogue.types().at({"public", "mood"});
  EXPECT_EQ(mood.values.at(0).origin.batch, BatchId{0});
  EXPECT_EQ(mood.values.at(1).origin.batch, BatchId{1});
}

TEST(Type, IsFollowedByItsColumnsWhenRenamedOrMoved) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE SCHEMA app;
      CREATE TYPE mood AS ENUM ('sad');
      CREATE TABLE t (a mood, b mood[]);
      ALTER TYPE mood RENAME TO feeling;
      ALTER TYPE feeling SET SCHEMA app;)");
  EXPECT_THAT(ColumnsIn(catalogue, "t"), ElementsAre("a app.feeling", "b app.feeling[]"));
}

TEST(Domain, HasItsBaseAndConstraints) {
  const Catalogue catalogue = CatalogueAfter(
      "CREATE DOMAIN email AS varchar(99) NOT NULL CHECK (VALUE LIKE '%@%') CHECK (VALUE <> '')");
  const Type& email = catalogue.types().at({"public", "email"});
  EXPECT_EQ(FormatType(email.base), "character varying(99)");
  EXPECT_TRUE(email.not_null);
  ASSERT_EQ(email.constraints.size(), 2U);
  EXPECT_EQ(email.constraints[1].name, "email_check1");
}

TEST(CompositeType, IsARelation) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TYPE pair AS (a int, b text);
      ALTER TYPE pair ADD ATTRIBUTE c int;)");
  EXPECT_EQ(RelationIn(catalogue, "pair").kind, RelationKind::kCompositeType);
  EXPECT_THAT(ColumnsIn(catalogue, "pair"), ElementsAre("a integer", "b text", "c integer"));
}

TEST(Extension, BringsItsTypesToItsSchema) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE SCHEMA ext;
      CREATE EXTENSION vector SCHEMA ext;
      CREATE TABLE t (a ext.vector(3));
      SET search_path TO public, ext;
      CREATE TABLE u (a vector(3));)");
  EXPECT_THAT(ColumnsIn(catalogue, "t"), ElementsAre("a ext.vector(3)"));
  EXPECT_THAT(ColumnsIn(catalogue, "u"), ElementsAre("a ext.vector(3)"));
}

}  // namespace
}  // namespace hoglint::testing
