// drizzle.config.ts as values: literals and constants are read, all else is computed.
#include "lint/typescript/drizzle_config.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

class DrizzleConfigTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
  }
};

// The values joined with commas, "<computed>" or "<absent>".
std::string Shown(const ConfigValue& value) {
  if (value.kind == ConfigValueKind::kAbsent) return "<absent>";
  if (value.kind == ConfigValueKind::kComputed) return "<computed>";
  std::string text;
  for (const std::string& each : value.values) text += (text.empty() ? "" : ",") + each;
  return text;
}

std::string ErrorOf(std::string_view source) {
  const auto config = ReadDrizzleConfig(source);
  return config ? "no error" : config.error().message;
}

std::string Out(std::string_view source) {
  const auto config = ReadDrizzleConfig(source);
  return config ? Shown(config->out) : config.error().message;
}

TEST_F(DrizzleConfigTest, ReadsTheScaffoldOfHogsend) {
  const auto config = ReadDrizzleConfig(R"(import { defineConfig } from "drizzle-kit";
/** Not the engine's `__drizzle_migrations`; out: "./no" */
export default defineConfig({
  out: "./migrations", // schema: "./no"
  schema: "./src/schema/index.ts",
  dialect: "postgresql",
  migrations: { table: "__client_migrations", schema: "drizzle" },
  dbCredentials: { url: process.env.DATABASE_URL ?? "postgresql://localhost/hogsend" },
});
)");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(Shown(config->out), "./migrations");
  EXPECT_EQ(Shown(config->schema), "./src/schema/index.ts");
  EXPECT_EQ(Shown(config->dialect), "postgresql");
  EXPECT_EQ(Shown(config->migrations_table), "__client_migrations");
  EXPECT_EQ(Shown(config->migrations_schema), "drizzle");
  EXPECT_EQ(Shown(config->tables_filter), "<absent>");
}

TEST_F(DrizzleConfigTest, ReadsEveryWayToExportOne) {
  EXPECT_EQ(Out("export default { out: './a' }"), "./a");
  EXPECT_EQ(Out("export default { out: './a' } satisfies Config"), "./a");
  EXPECT_EQ(Out("const c: Config = { out: './a' };\nexport default c;"), "./a");
  EXPECT_EQ(Out("export default defineConfig(({ out: './a' } as const))"), "./a");
  EXPECT_EQ(Out("module.exports = {\n 'out' : './a' as const\n}"), "./a");
}

TEST_F(DrizzleConfigTest, FollowsConstantsOfTheFile) {
  EXPECT_EQ(Out("const out = './a'; export default { out }"), "./a");
  EXPECT_EQ(Out("const b = './b'; export default { out: `${b}/m` }"), "./b/m");
  EXPECT_EQ(Out("const c = { out: './a' }; export default { ...c }"), "./a");
  EXPECT_EQ(Out("const c = { out: './a' }; export default { ...c, out: './b' }"), "./b");
}

TEST_F(DrizzleConfigTest, TakesTheLiteralBehindAnEnvironmentVariable) {
  const auto config = ReadDrizzleConfig("export default { out: process.env.OUT ?? './a' }");
  ASSERT_TRUE(config);
  EXPECT_EQ(Shown(config->out), "./a");
  EXPECT_TRUE(config->out.from_fallback);
}

TEST_F(DrizzleConfigTest, ReadsLists) {
  const auto config = ReadDrizzleConfig(
      "export default { schema: ['./a.ts', `./b.ts`], schemaFilter: ['app', other] }");
  ASSERT_TRUE(config);
  EXPECT_EQ(Shown(config->schema), "./a.ts,./b.ts");
  EXPECT_EQ(Shown(config->schema_filter), "<computed>");
}

TEST_F(DrizzleConfigTest, CallsComputedWhatOnlyRunningWouldTell) {
  EXPECT_EQ(Out("export default { out: path.join(__dirname, 'x') }"), "<computed>");
  EXPECT_EQ(Out("export default { out: './a' + suffix }"), "<computed>");
  EXPECT_EQ(Out("export default { out: process.env.OUT! }"), "<computed>");
  EXPECT_EQ(Out("export default { ...shared, dialect: 'postgresql' }"), "<computed>");
  EXPECT_EQ(Out("let out = './a'; export default { out }"), "<computed>");
  EXPECT_EQ(Out("const a = { ...a }; export default { ...a }"), "<computed>");
}

TEST_F(DrizzleConfigTest, DecodesEscapes) {
  EXPECT_EQ(Out(R"(export default { out: "it\"s \u0041\x42" })"), "it\"s AB");
}

TEST_F(DrizzleConfigTest, ReadsJson) {
  const std::string_view source = R"(
{ "out": "./m", "dialect": "postgresql", "migrationsTable": "x",
  "migrations": { "table": "t" }, "dbCredentials": { "url": "postgres://h/d" } })";
  const auto config = ReadDrizzleConfig(source);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(Shown(config->out), "./m");
  EXPECT_EQ(Shown(config->migrations_table), "t");
  const auto bytes = [source](const auto& place) {
    return source.substr(place.begin, place.end - place.begin);
  };
  EXPECT_EQ(bytes(config->out), "\"./m\"");
  EXPECT_EQ(bytes(config->db_url), "\"postgres://h/d\"");
  EXPECT_EQ(bytes(config->object), "{");
  EXPECT_EQ(bytes(config->db_credentials_key), "\"dbCredentials\"");
  ASSERT_EQ(config->ignored_keys.size(), 1U);
  EXPECT_EQ(bytes(config->ignored_keys.front().bytes), "\"migrationsTable\"");
  EXPECT_EQ(bytes(config->ignored_keys.front().value), "\"x\"");
}

// On Linux a backslash before a bracket is part of a glob.
TEST_F(DrizzleConfigTest, ReadsPathsOfWindows) {
  const auto config = ReadDrizzleConfig(
      R"(export default { out: ".\\db\\migrations", schema: [".\\src\\schema.ts", "./\\[id\\]/s.ts"] })");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(Shown(config->out), "./db/migrations");
  EXPECT_EQ(Shown(config->schema), R"(./src/schema.ts,./\[id\]/s.ts)");
}

TEST_F(DrizzleConfigTest, RefusesWhatItCannotRead) {
  EXPECT_EQ(ErrorOf("export default {"), "it has a syntax error");
  EXPECT_EQ(ErrorOf("export default defineConfig(() => ({ out: 'x' }))"),
            "it exports no object that can be read without running it");
  EXPECT_EQ(ErrorOf(""), "it exports no object that can be read without running it");
  EXPECT_EQ(
      ErrorOf("export default { out: " + std::string(3000, '[') + std::string(3000, ']') + "}"),
      "it nests too deeply");
}

// libtree-sitter 0.20.7 frees memory twice when an error holds more than 65535 tokens.
TEST_F(DrizzleConfigTest, RefusesMoreTokensThanTheLibraryBears) {
  EXPECT_EQ(ErrorOf("export default {" + std::string(100'000, '[')), "it is too large");
  EXPECT_EQ(ErrorOf(std::string(59'000, '[')), "it has a syntax error");
  EXPECT_EQ(ErrorOf(std::string(59'000, '`')), "it nests too deeply");
}

std::string KeysOf(std::string_view source) {
  const auto config = ReadDrizzleConfig(source);
  if (!config) return config.error().message;
  std::string text;
  for (const IgnoredConfigKey& key : config->ignored_keys) {
    text += text.empty() ? "" : ", ";
    text += source.substr(key.bytes.begin, key.bytes.end - key.bytes.begin);
    text += key.inner ? " in migrations: " : ": ";
    text += Shown(key.value);
  }
  return text;
}

TEST_F(DrizzleConfigTest, FindsKeysOfTheLedgerThatNobodyReads) {
  EXPECT_EQ(KeysOf("export default { migrationsTable: 'x', 'migrationsSchema': y };"),
            "migrationsTable: x, 'migrationsSchema': <computed>");
  EXPECT_EQ(KeysOf("export default { migrations: { migrationsTable: 'x', schema: 'y' } };"),
            "migrationsTable in migrations: x");
  EXPECT_EQ(KeysOf("// migrationsTable: 'x'\nexport default { migrations: { table: 'x' } };"), "");
}

TEST_F(DrizzleConfigTest, ReadsTheDatabaseItWorksOn) {
  const std::string_view source =
      "export default defineConfig({ dbCredentials: { url: process.env.DATABASE_URL ?? "
      "'postgres://h/d', host: 'h' } });";
  const auto config = ReadDrizzleConfig(source);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(Shown(config->db_url), "postgres://h/d");
  EXPECT_TRUE(config->db_url.from_fallback);
  EXPECT_EQ(source.substr(config->db_url.begin, config->db_url.end - config->db_url.begin),
            "'postgres://h/d'");
  EXPECT_EQ(Shown(config->db_host), "h");
  const ConfigBytes& key = config->db_credentials_key;
  EXPECT_EQ(source.substr(key.begin, key.end - key.begin), "dbCredentials");
  EXPECT_EQ(source.substr(config->object.begin, 1), "{");
}

TEST_F(DrizzleConfigTest, TakesNoAddressForOneThatIsComputed) {
  const auto config =
      ReadDrizzleConfig("export default { dbCredentials: { url: process.env.DATABASE_URL! } };");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(Shown(config->db_url), "<computed>");
  EXPECT_EQ(Shown(config->db_host), "<absent>");
}

}  // namespace
}  // namespace hoglint
