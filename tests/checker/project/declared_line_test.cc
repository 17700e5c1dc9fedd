// What a schema declares depends on the drizzle-orm that it is written with.
#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "checker/project/project_files.h"
#include "lint/typescript/syntax_tree.h"
#include "tests/support/describe_declared.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kImports = "import { pgTable, text } from \"drizzle-orm/pg-core\";\n";

class DeclaredLineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
    files_.AddFile("/r/package.json", "{}");
    files_.AddFile("/r/drizzle.config.ts", "export default { schema: \"./a.ts\" };");
  }

  void Read(DrizzleLine line) {
    Location location;
    location.files = &files_;
    location.shown_from = location.boundary = "/r";
    const auto configs = ReadConfigFiles(gathering_, location, "/r");
    ASSERT_EQ(configs.size(), 1U);
    schema_ = ReadDeclaredSchema(gathering_, location, "/r", *configs.front(), line);
  }
  [[nodiscard]] std::vector<std::string> Lines() const { return DescribeDeclared(*schema_); }

  MemoryFileSystem files_;
  Gathering gathering_;
  std::shared_ptr<const DeclaredSchema> schema_;
};

// What drizzle-kit 1.0.0-rc.5 made of it.
TEST_F(DeclaredLineTest, ReadsTheBuildersOfDrizzleOne) {
  files_.AddFile("/r/a.ts", R"(
import { bytea, camelCase, pgSchema, pgTable, pgTableCreator, snakeCase, text } from "drizzle-orm/pg-core";
const app = pgSchema("app");
const low = snakeCase.schema("low");
const prefixed = pgTableCreator((name) => `p_${name}`, "snake_case");
const kind = app.enum("Kind", { A: "a" });
export { app, low, kind };
export const a = snakeCase.table("a", { createdAt: text(), userID: text("ID") });
export const b = low.table("b", (t) => ({ createdAt: t.text().notNull().default("x").array() }));
export const c = prefixed("c", { createdAt: text() });
export const d = app.table.withRLS("d", { createdAt: text() });
export const e = camelCase.table("e", { created_at: bytea() });
export const f = prefixed.withRLS("f", { createdAt: text() });
export const g = snakeCase.table.withRLS("g", { createdAt: text() });
export const h = pgTable.withRLS("h", { createdAt: text(), kind: kind() });
export const v = snakeCase.view("v").as((qb) => qb.select().from(a));
)");
  Read(DrizzleLine::kOne);
  EXPECT_THAT(
      Lines(),
      ElementsAre("(enum) app.Kind: a", "(view) public.v", "app.d", "app.d createdAt: text",
                  "low.b", "low.b created_at: text[], not null, filled in", "public.a",
                  "public.a ID: text", "public.a created_at: text", "public.e",
                  "public.e createdAt: bytea", "public.g", "public.g created_at: text", "public.h",
                  "public.h createdAt: text", "public.h kind: Kind of app", "public.p_c",
                  "public.p_c created_at: text", "public.p_f", "public.p_f created_at: text"));
  EXPECT_THAT(gathering_.not_checked, IsEmpty());
}

// Whether .array() keeps what stands before it.
TEST_F(DeclaredLineTest, KnowsNotWhatAnArrayKeepsWithoutTheVersion) {
  files_.AddFile("/r/a.ts", std::string(kImports) +
                                "export const a = pgTable(\"a\", { b: text().notNull().array(), "
                                "c: text().array().notNull() });\n");
  Read(DrizzleLine::kUnknown);
  EXPECT_THAT(Lines(), ElementsAre("public.a", "public.a b: text[], or otherwise",
                                   "public.a c: text[], not null"));
  Read(DrizzleLine::kBeforeOne);
  EXPECT_THAT(Lines(),
              ElementsAre("public.a", "public.a b: text[]", "public.a c: text[], not null"));
}

}  // namespace
}  // namespace hoglint::testing
