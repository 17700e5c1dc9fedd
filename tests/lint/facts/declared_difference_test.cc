#include "lint/facts/declared_difference.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/catalogue_after.h"

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

DeclaredColumn Col(const std::string& name, const std::string& type, bool not_null = false) {
  DeclaredColumn column;
  column.property = name;
  column.name = name;
  column.builder = "text";
  column.builder_module = "drizzle-orm/pg-core";
  column.type = type;
  column.not_null = not_null;
  return column;
}

DeclaredSchema SchemaOf(std::vector<DeclaredTable> tables) {
  DeclaredSchema schema;
  DeclaredFile file;
  file.reached = true;
  schema.files.push_back(file);
  schema.tables = std::move(tables);
  for (DeclaredTable& table : schema.tables) table.exported = true;
  return schema;
}

DeclaredTable TableOf(const std::string& name, std::vector<DeclaredColumn> columns) {
  DeclaredTable table;
  table.name.name = name;
  table.columns = std::move(columns);
  return table;
}

// "missing users.nick"
std::vector<std::string> Outline(const DeclaredSchema& declared, const std::string& sql,
                                 const Ownership* owner = nullptr) {
  std::vector<std::string> lines;
  for (const DeclaredDifference& each : CompareWithDeclared(
           declared, testing::CatalogueAfter(sql), {.all_was_declared = true, .owner = owner})) {
    constexpr const char* kWords[] = {"missing", "gone", "type", "null"};
    lines.push_back(fmt::format("{} {}{}{}", kWords[static_cast<int>(each.kind)],
                                DisplayName(each.object), each.part.empty() ? "" : ".", each.part));
  }
  return lines;
}

TEST(DeclaredDifferenceTest, ComparesColumns) {
  const auto declared = SchemaOf({TableOf(
      "t", {Col("a", "varchar(32)"), Col("b", "timestamp (3) with time zone", true),
            Col("c", "text[]"), Col("d", "numeric(10, 2)"), Col("e", "integer"), Col("new", "")})});
  EXPECT_THAT(Outline(declared,
                      "CREATE TABLE t (a varchar(32), b timestamp(3) with time zone NOT NULL, "
                      "c text[], d numeric(10,2), e bigint NOT NULL, old text);"),
              ElementsAre("type t.e", "null t.e", "missing t.new", "gone t.old"));
}

TEST(DeclaredDifferenceTest, ClaimsNothingOfWhatCouldNotBeFollowed) {
  DeclaredTable table = TableOf("t", {Col("a", "text")});
  table.more_columns = true;
  table.columns.front().uncertain = true;
  EXPECT_THAT(Outline(SchemaOf({table}), "CREATE TABLE t (a int NOT NULL, b text);"), IsEmpty());
  DeclaredSchema part = SchemaOf({});
  part.complete = false;
  EXPECT_THAT(Outline(part, "CREATE TABLE t (a int);"), IsEmpty());
  part = SchemaOf({});
  part.foreign_exports.push_back({.span = {}, .module = "elsewhere", .names = {}});
  EXPECT_THAT(Outline(part, "CREATE TABLE t (a int);"), IsEmpty());
}

TEST(DeclaredDifferenceTest, LeavesWhatIsNotExportedToOthers) {
  DeclaredSchema declared = SchemaOf({TableOf("t", {}), TableOf("u", {})});
  declared.tables[0].exported = false;
  declared.tables[1].exported = false;
  EXPECT_THAT(Outline(declared, "CREATE TABLE t (a int);"), IsEmpty());
}

// What drizzle-kit's snapshot calls nullable is NOT NULL in the database.
TEST(DeclaredDifferenceTest, KnowsThatAKeyIsNotNull) {
  DeclaredColumn id = Col("id", "serial");
  id.builder = "serial";
  id.has_default = true;
  DeclaredTable table = TableOf("t", {id, Col("a", "text"), Col("b", "text")});
  DeclaredIndex key;
  key.unique = key.constraint = key.primary = true;
  key.columns = {"a", "b"};
  table.indexes.push_back(key);
  EXPECT_THAT(Outline(SchemaOf({table}),
                      "CREATE TABLE t (id serial NOT NULL, a text, b text, PRIMARY KEY (a, b));"),
              IsEmpty());
}

TEST(DeclaredDifferenceTest, ComparesIndexesAndForeignKeys) {
  DeclaredTable table = TableOf("t", {Col("a", "text"), Col("b", "text"), Col("c", "")});
  DeclaredIndex index;
  index.columns = {"a"};
  table.indexes.push_back(index);  // t_a_index
  index.unique = true;
  table.indexes.push_back(index);  // unique, and there is none
  index.name = "named";
  index.columns = {""};
  table.indexes.push_back(index);
  DeclaredReference reference;
  reference.columns = {"b"};
  reference.table = DeclaredName{"", "u"};
  table.references.push_back(reference);
  reference.columns = {"c"};
  table.references.push_back(reference);
  const std::string sql =
      "CREATE TABLE u (id text PRIMARY KEY); CREATE TABLE t (a text, b text, c text UNIQUE);"
      "CREATE INDEX whatever ON t (a); CREATE UNIQUE INDEX named ON t (lower(b));"
      "CREATE INDEX old ON t (b); ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES u;"
      "ALTER TABLE t ADD CONSTRAINT l FOREIGN KEY (a) REFERENCES u;";
  DeclaredColumn id = Col("id", "text", true);
  id.primary_key = true;
  DeclaredSchema declared = SchemaOf({TableOf("u", {id}), table});
  EXPECT_THAT(Outline(declared, sql), ElementsAre("missing t.t_a_index", "gone t.t_c_key",
                                                  "gone t.old", "missing t.(b) to u", "gone t.l"));
  declared.tables[1].more_indexes = true;
  EXPECT_THAT(Outline(declared, sql), ElementsAre("missing t.t_a_index", "missing t.(b) to u"));
}

// Found with random histories: .unique("named") and unique().on(t.a) of one column.
TEST(DeclaredDifferenceTest, TellsTwoConstraintsOnOneColumnApart) {
  DeclaredTable table = TableOf("t", {Col("a", "text")});
  DeclaredIndex index;
  index.unique = index.constraint = true;
  index.columns = {"a"};
  table.indexes.push_back(index);
  index.name = "named";
  table.indexes.push_back(index);
  const std::string sql = "CREATE TABLE t (a text CONSTRAINT named UNIQUE);";
  const std::string second = "ALTER TABLE t ADD CONSTRAINT t_a_unique UNIQUE (a);";
  EXPECT_THAT(Outline(SchemaOf({table}), sql + second), IsEmpty());
  EXPECT_THAT(Outline(SchemaOf({table}), sql), ElementsAre("missing t.t_a_unique"));
}

TEST(DeclaredDifferenceTest, ComparesActionsOfForeignKeys) {
  DeclaredTable table = TableOf("t", {Col("a", "text"), Col("b", "text"), Col("c", "text")});
  DeclaredReference reference;
  reference.table = DeclaredName{"", "u"};
  for (const char* column : {"a", "b", "c"}) {
    reference.columns = {column};
    reference.on_delete = "cascade";
    table.references.push_back(reference);
  }
  table.references[2].on_delete = std::nullopt;  // computed
  EXPECT_THAT(Outline(SchemaOf({TableOf("u", {Col("id", "text", true)}), table}),
                      "CREATE TABLE u (id text NOT NULL UNIQUE);"
                      "CREATE TABLE t (a text REFERENCES u (id) ON DELETE CASCADE,"
                      " b text REFERENCES u (id) ON DELETE SET NULL ON UPDATE CASCADE,"
                      " c text REFERENCES u (id) ON DELETE RESTRICT);"),
              ElementsAre("gone u.u_id_key", "type t.(b) to u", "type t.(b) to u"));
}

TEST(DeclaredDifferenceTest, ComparesChecksAndPrimaryKeys) {
  DeclaredTable one = TableOf("one", {Col("a", "text", true), Col("b", "text", true)});
  DeclaredIndex key;
  key.unique = key.constraint = key.primary = true;
  key.columns = {"b", "a"};
  one.indexes.push_back(key);
  one.checks.push_back({.span = {}, .name = "kept"});
  one.checks.push_back({.span = {}, .name = "added"});
  const DeclaredTable two = TableOf("two", {Col("a", "text", true)});
  DeclaredTable three = TableOf("three", {Col("a", "text", true)});
  three.columns.front().primary_key = true;
  const std::string sql =
      "CREATE TABLE one (a text, b text, PRIMARY KEY (a, b), CONSTRAINT kept CHECK (a > ''),"
      " CONSTRAINT removed CHECK (b > ''));"
      "CREATE TABLE two (a text PRIMARY KEY); CREATE TABLE three (a text NOT NULL);";
  EXPECT_THAT(Outline(SchemaOf({one, two, three}), sql),
              ElementsAre("missing one.added", "gone one.removed", "gone two.two_pkey",
                          "missing three.(a)"));
}

TEST(DeclaredDifferenceTest, ComparesWhetherThereIsADefault) {
  const auto column = [](const std::string& name, bool has_default, bool identity = false) {
    DeclaredColumn each = Col(name, "integer", identity);
    each.has_default = has_default || identity;
    each.identity = identity;
    return each;
  };
  EXPECT_THAT(
      Outline(SchemaOf({TableOf("t", {column("a", true), column("b", false), column("c", true),
                                      column("d", false), column("e", false),
                                      column("f", false, true), column("g", true)})}),
              "CREATE TABLE t (a integer DEFAULT 1, b integer DEFAULT 1, c integer,"
              " d integer DEFAULT null, e integer, f integer NOT NULL,"
              " g integer NOT NULL GENERATED ALWAYS AS IDENTITY);"),
      ElementsAre("gone t.b", "missing t.c", "missing t.f", "missing t.g", "gone t.g", "null t.g"));
}

TEST(DeclaredDifferenceTest, ComparesEnums) {
  DeclaredSchema declared = SchemaOf({});
  DeclaredEnum mood;
  mood.name.name = "mood";
  mood.exported = true;
  mood.values = {"sad", "happy"};
  declared.enums.push_back(mood);
  mood.name.name = "computed";
  mood.values.reset();
  declared.enums.push_back(mood);
  EXPECT_THAT(Outline(declared,
                      "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TYPE computed AS ENUM ('a');"
                      "CREATE TYPE left_over AS ENUM ('a');"),
              ElementsAre("missing mood.happy", "gone mood.ok", "gone left_over"));
}

// drizzle-kit makes the type anew where only the order is another.
TEST(DeclaredDifferenceTest, ComparesTheOrderOfValues) {
  DeclaredSchema declared = SchemaOf({});
  DeclaredEnum mood;
  mood.name.name = "mood";
  mood.exported = true;
  mood.values = {"sad", "happy"};
  declared.enums.push_back(mood);
  EXPECT_THAT(Outline(declared, "CREATE TYPE mood AS ENUM ('happy', 'sad');"),
              ElementsAre("type mood.values"));
}

TEST(DeclaredDifferenceTest, TakesTypesBySchemaAndName) {
  DeclaredSchema declared = SchemaOf({TableOf("t", {Col("a", "Level"), Col("b", "mood[]")})});
  for (const char* name : {"Level", "mood"}) {
    DeclaredEnum each;
    each.name = {std::string(name) == "Level" ? "app" : "", name};
    each.constant = name;
    each.exported = true;
    each.values = {"x"};
    declared.enums.push_back(each);
  }
  declared.tables[0].columns[0].type_schema = "app";
  const std::string types =
      "CREATE SCHEMA app; CREATE TYPE app.\"Level\" AS ENUM ('x'); CREATE TYPE mood AS ENUM ('x');";
  EXPECT_THAT(Outline(declared, types + "CREATE TABLE t (a app.\"Level\", b mood[]);"), IsEmpty());
  EXPECT_THAT(Outline(declared, types + "CREATE TABLE t (a mood, b mood);"),
              ElementsAre("type t.a", "type t.b"));
}

TEST(DeclaredDifferenceTest, LeavesTheOwnersNamesOut) {
  Ownership owner;
  owner.package = "@hogsend/db";
  owner.catalogue = testing::CatalogueAfter("CREATE TABLE contacts (id int);");
  DeclaredColumn status = Col("status", "");
  status.builder_module = "@hogsend/db/schema";
  const auto declared = SchemaOf({TableOf("contacts", {}), TableOf("t", {status})});
  EXPECT_THAT(Outline(declared, "CREATE TABLE t ();", &owner), IsEmpty());
}

TEST(DeclaredDifferenceTest, NamesColumnsByCasing) {
  EXPECT_EQ(SnakeCase("createdAt"), "created_at");
  EXPECT_EQ(SnakeCase("userID"), "user_id");
  EXPECT_EQ(SnakeCase("HTMLParser"), "html_parser");
  EXPECT_EQ(SnakeCase("a1B2"), "a1_b_2");
  EXPECT_EQ(SnakeCase("address2Line"), "address2_line");
  EXPECT_EQ(SnakeCase("already_snake"), "already_snake");
  const auto declared = SchemaOf({TableOf("t", {Col("createdAt", "text")})});
  EXPECT_THAT(Outline(declared, "CREATE TABLE t (created_at text);"), IsEmpty());
}

}  // namespace
}  // namespace hoglint
