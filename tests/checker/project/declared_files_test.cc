// Which files a config's `schema` reaches, and what is made of what they declare.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/project/project_files.h"
#include "lint/typescript/syntax_tree.h"
#include "tests/support/describe_declared.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kImports =
    "import { pgTable, text, integer, index, pgEnum } from \"drizzle-orm/pg-core\";\n";

// A file that declares one table, with its constant's name.
std::string TableFile(const std::string& name) {
  return fmt::format("{}export const {} = pgTable(\"{}\", {{ id: text(\"id\") }});\n", kImports,
                     name, name);
}

class DeclaredFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
  }

  void Add(const std::string& path, const std::string& text) { files_.AddFile("/r/" + path, text); }

  // `schema` as the config writes it.
  void Read(const std::string& schema, const std::string& more = "",
            const std::string& config_folder = "/r") {
    files_.AddFile("/r/package.json", "{}");
    files_.AddFile(JoinPath(config_folder, "drizzle.config.ts"),
                   fmt::format("export default {{ schema: {}, {} }};", schema, more));
    location_.files = &files_;
    location_.shown_from = location_.boundary = "/r";
    const auto configs = ReadConfigFiles(gathering_, location_, config_folder);
    ASSERT_THAT(configs, SizeIs(1));
    schema_ = ReadDeclaredSchema(gathering_, location_, config_folder, *configs.front());
  }

  [[nodiscard]] std::vector<std::string> Lines() const { return DescribeDeclared(*schema_); }
  // Those of tables alone.
  [[nodiscard]] std::vector<std::string> Tables() const {
    std::vector<std::string> tables;
    for (const DeclaredTable& each : schema_->tables) {
      if (schema_->InSchema(each.span.file, each.exported)) tables.push_back(each.name.name);
    }
    return tables;
  }
  [[nodiscard]] std::vector<std::string> Notes() const {
    std::vector<std::string> notes;
    for (const NotChecked& each : gathering_.not_checked) {
      std::string line;
      if (each.place) {
        line = fmt::format(":{}",
                           gathering_.sources[each.place->file].PositionAt(each.place->begin).line);
      }
      notes.push_back(each.file + line + ": " + each.reason);
    }
    return notes;
  }
  [[nodiscard]] std::vector<std::string> Files() const {
    std::vector<std::string> paths;
    for (const DeclaredFile& each : schema_->files) {
      paths.push_back(each.path + (each.reached ? "" : " (not reached)"));
    }
    return paths;
  }

  MemoryFileSystem files_;
  Location location_;
  Gathering gathering_;
  std::shared_ptr<const DeclaredSchema> schema_;
};

// drizzle-kit 0.31.11, measured: a folder stands for the files in it.
TEST_F(DeclaredFilesTest, TakesAFolderForTheFilesInIt) {
  Add("src/a.ts", TableFile("a"));
  Add("src/notes.md", "pgTable(");
  Add("src/below/b.ts", TableFile("b"));
  Read("\"./src\"");
  EXPECT_THAT(Tables(), ElementsAre("a"));
  EXPECT_THAT(Notes(), IsEmpty());
  EXPECT_TRUE(schema_->complete);
}

TEST_F(DeclaredFilesTest, FollowsPatterns) {
  for (const std::string name : {"a", "b", "c"}) Add("src/" + name + ".ts", TableFile(name));
  Add("src/x/deep/d.ts", TableFile("d"));
  Add("src/node_modules/m/e.ts", TableFile("e"));
  Add("src/dist/f.ts", TableFile("f"));
  Add("src/.hidden/g.ts", TableFile("g"));
  files_.AddLink("/r/src/x/circle", "/r/src");
  const std::map<std::string, std::vector<std::string>> patterns = {
      {"\"./src/*.ts\"", {"a", "b", "c"}}, {"\"src/**/*.ts\"", {"a", "b", "c", "d"}},
      {"\"./src/**/d.ts\"", {"d"}},        {"\"./src/{a,x/deep/d}.ts\"", {"a", "d"}},
      {"\"./src/[!a-b].ts\"", {"c"}},      {"[\"./src/?.ts\", \"./none/*.ts\"]", {"a", "b", "c"}},
      {"\"./src/x/dee*\"", {"d"}},  // a folder again
  };
  for (const auto& [pattern, tables] : patterns) {
    SCOPED_TRACE(pattern);
    gathering_ = {};
    Read(pattern);
    EXPECT_THAT(Tables(), ::testing::UnorderedElementsAreArray(tables));
    EXPECT_THAT(Notes(), IsEmpty());
  }
}

TEST_F(DeclaredFilesTest, SaysWhatItDoesNotLookAt) {
  Add("src/a.ts", TableFile("a"));
  Read(R"(["./src/a.ts", "../other/b.ts", "./node_modules/@hogsend/db/src/schema.ts",
           "./src/+(a|b).ts"])");
  EXPECT_THAT(Tables(), ElementsAre("a"));
  EXPECT_FALSE(schema_->complete);
  EXPECT_THAT(
      Notes(),
      ElementsAre("drizzle.config.ts:1: ../other/b.ts lies outside of the project, or in "
                  "node_modules",
                  "drizzle.config.ts:1: ./node_modules/@hogsend/db/src/schema.ts lies outside of "
                  "the project, or in node_modules",
                  "drizzle.config.ts:1: the pattern ./src/+(a|b).ts is not understood"));
}

TEST_F(DeclaredFilesTest, SaysWhenSchemaIsComputedOrEmpty) {
  Read("process.env.SCHEMA");
  EXPECT_FALSE(schema_->complete);
  EXPECT_THAT(Notes(), ElementsAre("drizzle.config.ts:1: only running it would tell where `schema` "
                                   "is: no TypeScript was read"));
  gathering_ = {};
  Read("\"./none.ts\"");
  EXPECT_FALSE(schema_->complete);
  EXPECT_THAT(Notes(), ElementsAre("drizzle.config.ts:1: `schema` names no file that is there"));
}

TEST_F(DeclaredFilesTest, ReadsNothingForAnotherDatabase) {
  Add("src/a.ts", TableFile("a"));
  Read("\"./src/a.ts\"", "dialect: \"mysql\"");
  EXPECT_EQ(schema_, nullptr);
  EXPECT_THAT(Notes(), IsEmpty());
}

TEST_F(DeclaredFilesTest, TakesPathsFromThePackageWhereTheConfigLiesBelowIt) {
  Add("src/a.ts", TableFile("a"));
  Read("\"./src/a.ts\"", "", "/r/config");
  EXPECT_THAT(Tables(), ElementsAre("a"));
}

TEST_F(DeclaredFilesTest, FollowsAliasesOfTsConfigs) {
  Add("tsconfig.json", "{ \"extends\": \"./tsconfig.base\", /* comment */ }");
  Add("tsconfig.base.json",
      R"({ "compilerOptions": { "paths": { "@/*": ["./none/*", "./src/*"], "#db": ["src/db"] } } })");
  Add("src/schema.ts", "export * from \"@/tables\";\nexport * from \"#db\";\n");
  Add("src/tables.ts", TableFile("a"));
  Add("src/db/index.mts", TableFile("b"));
  Read("\"./src/schema.ts\"");
  EXPECT_THAT(Tables(), ::testing::UnorderedElementsAre("a", "b"));
  EXPECT_THAT(Notes(), IsEmpty());
}

TEST_F(DeclaredFilesTest, ReadsNoMoreFilesThanTheSchemaIsMadeOf) {
  Add("src/schema.ts", std::string(kImports) +
                           "import { id } from \"./id\";\n"
                           "import { unused } from \"./app\";\n"
                           "import type { T } from \"./types\";\n"
                           "export const a = pgTable(\"a\", { id: id(), b: "
                           "text().$defaultFn(() => unused()) });\n");
  Add("src/id.ts", std::string(kImports) + "export const id = () => text().primaryKey();");
  Add("src/app.ts", TableFile("app"));
  Add("src/types.ts", TableFile("types"));
  Read("\"./src/schema.ts\"");
  EXPECT_THAT(Files(), ElementsAre("src/schema.ts", "src/id.ts (not reached)"));
  EXPECT_THAT(Lines(), ElementsAre("public.a", "public.a b: text",
                                   "public.a id: text, not null, primary key"));
}

TEST_F(DeclaredFilesTest, FindsFilesThatTheIndexForgets) {
  Add("src/index.ts", "export * from \"./a\";\nimport { c } from \"./c\";\n" +
                          std::string(kImports) +
                          "export const d = pgTable(\"d\", { c: text().references(() => c.id) });");
  Add("src/a.ts", TableFile("a"));
  Add("src/b.ts", TableFile("b"));
  Add("src/b.test.ts", TableFile("test"));
  Add("src/c.ts", TableFile("c"));  // imported, and not exported
  Add("src/e.ts", "export const table = () => 1; // no pgTable(");
  Add("other/f.ts", TableFile("f"));
  Read("\"./src/index.ts\"");
  std::vector<std::string> forgotten;
  for (const FileId each : schema_->forgotten) {
    forgotten.push_back(gathering_.sources[each].path());
  }
  EXPECT_THAT(forgotten, ElementsAre("src/b.ts", "src/c.ts"));
  EXPECT_THAT(Tables(), ::testing::UnorderedElementsAre("a", "d"));
}

TEST_F(DeclaredFilesTest, KnowsWhatIsExportedOfOtherPackages) {
  Add("src/schema.ts",
      "export * from \"@hogsend/db/schema\";\n"
      "export { contacts, links as crm } from \"@hogsend/db\";\n"
      "import { deals, flags } from \"@hogsend/db\";\n"
      "import * as db from \"@hogsend/db\";\n"
      "export { deals };\n"
      "export const groups = db.groups;\n"
      "export type { T } from \"@hogsend/db\";\n"
      "export { relations } from \"drizzle-orm\";\n");
  Read("\"./src/schema.ts\"");
  std::vector<std::string> exports;
  for (const ForeignExport& each : schema_->foreign_exports) {
    exports.push_back(fmt::format("{}: {} ({})", each.module,
                                  each.names.empty() ? "*" : each.names.front(),
                                  gathering_.sources.Text(each.span)));
  }
  EXPECT_THAT(exports, ::testing::UnorderedElementsAre(
                           "@hogsend/db/schema: * (export * from \"@hogsend/db/schema\";)",
                           "@hogsend/db: contacts (contacts)", "@hogsend/db: links (links as crm)",
                           "@hogsend/db: deals (deals)", "@hogsend/db: groups (db.groups)"));
}

TEST_F(DeclaredFilesTest, KnowsReferencesAndTypesOfOtherPackages) {
  Add("src/schema.ts", std::string(kImports) +
                           "import { contacts, journeyStatusEnum } from \"@hogsend/db\";\n"
                           "export const a = pgTable(\"a\", {\n"
                           "  c: text(\"c\").references(() => contacts.id),\n"
                           "  s: journeyStatusEnum(\"s\").notNull(),\n"
                           "});\n");
  Read("\"./src/schema.ts\"");
  EXPECT_THAT(Lines(), ElementsAre("(c) public.a -> contacts of @hogsend/db", "public.a",
                                   "public.a c: text", "public.a s: , not null, or otherwise"));
  EXPECT_EQ(schema_->tables.front().columns.back().builder_module, "@hogsend/db");
  EXPECT_THAT(Notes(), IsEmpty());
}

TEST_F(DeclaredFilesTest, MarksWhatCannotBeFollowed) {
  Add("src/schema.ts",
      std::string(kImports) +
          "import { shared, createTable, indexes } from \"@acme/db\";\n"
          "export const a = pgTable(\"a\", { id: text(), ...shared }, (t) => indexes(t));\n"
          "export const b = pgTable(\"b\", { n: text(process.env.N), v: text().odd() });\n"
          "export const c = pgTable(\"c\", { [key]: text(), i: integer() }, (t) => [index(\"i\")"
          ".on(t.i), ...indexes]);\n");
  Read("\"./src/schema.ts\"");
  EXPECT_THAT(Lines(),
              ElementsAre("(index) public.c i: i", "public.a and more", "public.a id: text",
                          "public.b and more", "public.b v: text, or otherwise",
                          "public.c and more", "public.c i: integer"));
  EXPECT_TRUE(schema_->complete);
  EXPECT_TRUE(schema_->tables[0].more_indexes);
  EXPECT_TRUE(schema_->tables[2].more_indexes);
  // One note is enough for a file.
  EXPECT_THAT(Notes(), ElementsAre("src/schema.ts:3: the columns of a are not all to be seen "
                                   "without running it"));
}

TEST_F(DeclaredFilesTest, MarksObjectsThatAreChangedLater) {
  const std::string table = "export const a = pgTable('a', { id: text('id'), ...more });\n";
  int number = 0;
  for (const std::string change :
       {"for (const key of ['x']) more[key] = text(key);", "more.x = text('x');",
        "Object.assign(more, { x: text('x') });", "const add = () => { more.x = text('x'); };"}) {
    const std::string path = fmt::format("src/t{}.ts", ++number);
    Add(path, kImports + ("const more: any = {};\n" + change + "\n" + table));
    Read("'./" + path + "'");
    ASSERT_THAT(schema_->tables, SizeIs(1)) << change;
    EXPECT_TRUE(schema_->tables.front().more_columns) << change;
  }
  Add("src/same.ts", kImports + ("const more = {};\nother.more = 1; f(more);\n" + table));
  Read("'./src/same.ts'");
  EXPECT_FALSE(schema_->tables.front().more_columns);
}

TEST_F(DeclaredFilesTest, SaysWhenThereMayBeMoreTables) {
  const std::map<std::string, std::string> sources = {
      {"export const a = pgTable(process.env.NAME, {});",
       "src/schema.ts:3: only running it would tell the name of a"},
      {"import { createTable } from \"@acme/db\";\nexport const a = createTable(\"a\", { id: "
       "text() });",
       "src/schema.ts:4: only running it would tell the name of a"},
      {"function make(n) { if (n) return pgTable(n, {}); }\nexport const a = make(\"a\");",
       "src/schema.ts:4: only running it would tell what a is"},
      {"export const a = process.env.X ? pgTable(\"a\", {}) : pgTable(\"b\", {});",
       "src/schema.ts:3: only running it would tell what a is"},
      {"export const { a, b } = makeTables();",
       "src/schema.ts:3: only running it would tell what is exported here"},
      {"export * from \"./gone\";", "src/schema.ts:3: ./gone was not found"},
  };
  for (const auto& [source, note] : sources) {
    SCOPED_TRACE(source);
    gathering_ = {};
    Add("src/schema.ts", std::string(kImports) + "\n" + source);
    Read("\"./src/schema.ts\"");
    EXPECT_FALSE(schema_->complete);
    EXPECT_THAT(Notes(), ElementsAre(note));
  }
}

TEST_F(DeclaredFilesTest, ReadsFilesOfWindows) {
  Add("src/schema.ts",
      "\xEF\xBB\xBFimport { pgTable, text } from \"drizzle-orm/pg-core\";\r\n\r\n"
      "export const a = pgTable(\"a\", {\r\n  id: text(\"id\"),\r\n});\r\n");
  Read("\"./src/schema.ts\"");
  EXPECT_THAT(Lines(), ElementsAre("public.a", "public.a id: text"));
  EXPECT_EQ(gathering_.sources.Text(schema_->tables.front().name_span), "\"a\"");
  EXPECT_THAT(Notes(), IsEmpty());
}

// What is exported and has nothing to do with tables.
TEST_F(DeclaredFilesTest, IsSilentAboutTheRestOfASchemaFile) {
  Add("src/schema.ts",
      TableFile("a") +
          "import { relations, sql } from \"drizzle-orm\";\n"
          "import { createInsertSchema } from \"drizzle-zod\";\n"
          "import { z } from \"zod\";\n"
          "export const aRelations = relations(a, ({ many }) => ({ as: many(a) }));\n"
          "export const insertA = createInsertSchema(a, { id: z.string() });\n"
          "export const query = sql`select ${a.id}`;\n"
          "export const kinds = [\"x\"].map((k) => k.trim());\n"
          "export type A = typeof a.$inferSelect;\n"
          "export interface B { table(x: string): void }\n"
          "export class C { static table = make(\"x\", { id: 1 }); }\n"
          "export function helper() { return db.select().from(a); }\n"
          "export { A as Alias, type B as Beta } from \"./types\";\n");
  Add("src/types.ts", "export type A = 1; export type B = 2;");
  Read("\"./src/schema.ts\"");
  EXPECT_THAT(Tables(), ElementsAre("a"));
  EXPECT_TRUE(schema_->complete);
  EXPECT_THAT(Notes(), IsEmpty());
}

TEST_F(DeclaredFilesTest, TakesTheCasingOfTheConfig) {
  const std::map<std::string, std::string> casings = {
      {"casing: \"snake_case\"", "public.a some_value2_x: text"},
      {"casing: \"camelCase\"", "public.a someValue2X: text"},
      {"", "public.a SomeValue2X: text"},
  };
  for (const auto& [casing, line] : casings) {
    SCOPED_TRACE(casing);
    gathering_ = {};
    Add("src/schema.ts",
        std::string(kImports) + "export const a = pgTable(\"a\", { SomeValue2X: text() });");
    Read("\"./src/schema.ts\"", casing);
    EXPECT_THAT(Lines(), Contains(line));
  }
  gathering_ = {};
  Read("\"./src/schema.ts\"", "casing: process.env.CASING");
  EXPECT_THAT(Lines(), ElementsAre("public.a and more"));
}

TEST_F(DeclaredFilesTest, EndsOnNamesThatLeadInCircles) {
  std::string source = std::string(kImports) +
                       "const a = b + \"x\"; const b = a + \"y\"; const o = { ...o, id: text() };\n"
                       "const f = ({ x }) => f({ x }); const l = [...l, ...l];\n"
                       "const s0 = { c: text() };\n";
  for (int i = 0; i < 60; ++i) {
    source += fmt::format("const s{} = {{ ...s{}, ...s{} }};\n", i + 1, i, i);
  }
  Add("src/schema.ts", source +
                           "export const t = pgTable(a, o);\n"
                           "export const u = pgTable(\"u\", f({ x: 1 }), (t) => l);\n"
                           "export const v = pgTable(\"v\", s60);\n"
                           "export const w = pgTable(\"w\", o);\n"
                           "export * from \"./schema\"; export { x as y, y as x } from "
                           "\"./schema\";\n");
  Read("\"./src/schema.ts\"");
  EXPECT_FALSE(schema_->complete);
  EXPECT_THAT(Lines(), Contains("public.u and more"));
  EXPECT_THAT(Notes(), SizeIs(1));
}

TEST_F(DeclaredFilesTest, SaysWhatCannotBeParsed) {
  Add("src/index.ts", "export * from \"./a\"; export * from \"./b\";");
  Add("src/a.ts", TableFile("a") + "export const = ;");
  Add("src/b.ts", TableFile("b"));
  Read("\"./src/index.ts\"");
  EXPECT_THAT(Tables(), ElementsAre("b"));
  EXPECT_FALSE(schema_->complete);
  EXPECT_THAT(Notes(), ElementsAre("src/a.ts: its tables were not read: it has a syntax error"));
}

TEST_F(DeclaredFilesTest, StopsAtALimitAndSaysSo) {
  for (int i = 0; i < 505; ++i) {
    Add(fmt::format("src/t{}.ts", i), TableFile(fmt::format("t{}", i)));
  }
  Read("\"./src/*.ts\"");
  EXPECT_THAT(Tables(), SizeIs(500));
  EXPECT_FALSE(schema_->complete);
  EXPECT_THAT(Notes(), ElementsAre("drizzle.config.ts:1: `schema` names more than 500 files"));
}

TEST_F(DeclaredFilesTest, TellsWhatTheIndexLeavesOut) {
  Add("src/index.ts", "export { a } from \"./tables\";");
  Add("src/tables.ts", TableFile("a") +
                           "export const b = pgTable(\"b\", {});\n"
                           "const c = pgTable(\"c\", {});\nexport const all = { c };");
  Read("\"./src/index.ts\"");
  std::vector<std::string> tables;
  for (const DeclaredTable& each : schema_->tables) {
    tables.push_back(fmt::format("{} {} {}", each.constant, each.exported, each.exported_by_file));
  }
  EXPECT_THAT(tables, ElementsAre("a true true", "b false true", "c false false"));
  EXPECT_THAT(schema_->forgotten, IsEmpty());
}

}  // namespace
}  // namespace hoglint::testing
