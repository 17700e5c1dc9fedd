// Reading a Drizzle schema without running it comes to the snapshot that drizzle-kit writes when it
// runs it. The snapshots are recorded; tests/oracle/drizzle_kit/install.sh brings drizzle-kit, and
// without it, or without node, the test that it still writes them skips and says so.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "checker/disk/disk.h"
#include "checker/project/project_files.h"
#include "lint/typescript/syntax_tree.h"
#include "tests/support/command_output.h"
#include "tests/support/describe_declared.h"
#include "tests/support/golden.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kFolder = "tests/oracle/drizzle_kit";

struct Declared {
  std::vector<std::string> lines;
  std::vector<std::string> notes;
};

// Of the only drizzle.config in a folder.
Declared Declare(const std::string& folder) {
  const Disk disk;
  Location location;
  location.files = &disk;
  location.shown_from = location.boundary = folder;
  Gathering gathering;
  const auto configs = ReadConfigFiles(gathering, location, folder);
  if (configs.size() != 1) return {{fmt::format("{} configs", configs.size())}, {}};
  const auto schema = ReadDeclaredSchema(gathering, location, folder, *configs.front());
  Declared declared;
  if (schema != nullptr) declared.lines = DescribeDeclared(*schema);
  for (const NotChecked& each : gathering.not_checked) {
    declared.notes.push_back(each.file + ": " + each.reason);
  }
  return declared;
}

class DeclaredSchemaTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
  }
};

// Every builder, and the ways to name, share, alias, export and compute that can be followed.
TEST_F(DeclaredSchemaTest, IsWhatDrizzleKitRecordedOfARichSchema) {
  const auto folder = SourceFolder() / kFolder / "declared";
  const Declared declared = Declare(folder.string());
  const auto recorded = DescribeSnapshot(ReadFile(folder / "recorded_snapshot.json"));
  EXPECT_THAT(recorded, SizeIs(::testing::Gt(60U)));
  EXPECT_THAT(declared.lines, ElementsAreArray(recorded));
  EXPECT_THAT(declared.notes, IsEmpty());
}

TEST_F(DeclaredSchemaTest, IsWhatDrizzleKitRecordedOfTheSchemasOfTheFold) {
  const auto folder = SourceFolder() / kFolder;
  const std::array<std::pair<const char*, const char*>, 2> recorded = {
      {{"schema_one.ts", "0000"}, {"schema_two.ts", "0001"}}};
  for (const auto& [file, number] : recorded) {
    SCOPED_TRACE(file);
    const TempFolder temporary;
    temporary.Write("drizzle.config.ts",
                    R"(export default { dialect: "postgresql", schema: "./schema.ts" })");
    temporary.Write("schema.ts", ReadFile(folder / file));
    const Declared declared = Declare(temporary.path());
    EXPECT_THAT(declared.lines,
                ElementsAreArray(DescribeSnapshot(
                    ReadFile(folder / "v0/meta" / (std::string(number) + "_snapshot.json")))));
    EXPECT_THAT(declared.notes, IsEmpty());
  }
}

// drizzle-kit itself, in a folder of its own.
class DrizzleKitTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto modules = SourceFolder() / ".deps/drizzle_kit/node_modules";
    if (!std::filesystem::exists(modules)) {
      GTEST_SKIP() << "drizzle-kit is not installed: run tests/oracle/drizzle_kit/install.sh";
    }
    if (RunCommand("node --version 2>&1").text.substr(0, 1) != "v")
      GTEST_SKIP() << "there is no node";
    folder_.Link(modules.string(), "node_modules");
  }

  [[nodiscard]] std::string Generate(const std::string& config) const {
    return RunCommand(fmt::format("cd '{}' && node node_modules/drizzle-kit/bin.cjs generate "
                                  "--config {} --name test 2>&1 </dev/null",
                                  folder_.path(), config))
        .text;
  }

  TempFolder folder_;
};

TEST_F(DrizzleKitTest, StillWritesWhatIsRecorded) {
  const auto folder = SourceFolder() / kFolder / "declared";
  std::filesystem::copy(
      folder, folder_.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  const std::string said = Generate("drizzle.config.ts");
  const auto written = std::filesystem::path(folder_ / "drizzle/meta/0000_snapshot.json");
  ASSERT_TRUE(std::filesystem::exists(written)) << said;
  EXPECT_THAT(DescribeSnapshot(ReadFile(written)),
              ElementsAreArray(DescribeSnapshot(ReadFile(folder / "recorded_snapshot.json"))));
}

// shared-migrations-folder
TEST_F(DrizzleKitTest, DropsTheTablesOfAnotherConfigOfTheFolder) {
  for (const std::string name : {"a", "b"}) {
    folder_.Write(name + ".config.ts",
                  fmt::format("export default {{ dialect: \"postgresql\", out: \"./out\", "
                              "schema: \"./{}.ts\" }};",
                              name));
  }
  folder_.Write("a.ts",
                "import { pgTable, text } from \"drizzle-orm/pg-core\";\n"
                "export const a = pgTable(\"a\", { id: text() });\n");
  folder_.Write("b.ts", "export const nothing = 1;\n");
  const std::string first = Generate("a.config.ts");
  const std::string second = Generate("b.config.ts");
  ASSERT_TRUE(std::filesystem::exists(folder_ / "out/0001_test.sql")) << first << second;
  EXPECT_EQ(ReadFile(folder_ / "out/0001_test.sql"), "DROP TABLE \"a\" CASCADE;");
}

// table-not-exported
TEST_F(DrizzleKitTest, DropsATableThatIsNoLongerExported) {
  folder_.Write("drizzle.config.ts",
                R"(export default { dialect: "postgresql", out: "./out", schema: "./a.ts" };)");
  const std::string table = "const a = pgTable(\"a\", { id: text() });\n";
  const std::string import = "import { pgTable, text } from \"drizzle-orm/pg-core\";\n";
  folder_.Write("a.ts", import + "export " + table);
  const std::string first = Generate("drizzle.config.ts");
  folder_.Write("a.ts", import + table + "export const tables = { a };\n");
  const std::string second = Generate("drizzle.config.ts");
  ASSERT_TRUE(std::filesystem::exists(folder_ / "out/0001_test.sql")) << first << second;
  EXPECT_EQ(ReadFile(folder_ / "out/0001_test.sql"), "DROP TABLE \"a\" CASCADE;");
}

}  // namespace
}  // namespace hoglint::testing
