#include "checker/project/config_scan.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>

namespace hoglint {
namespace {

// The literal's text, "<computed>" or "<absent>".
std::string Out(std::string_view source) {
  const ConfigProperty property = FindProperty(source, "out");
  if (property.kind == PropertyKind::kLiteral) return property.value;
  return property.kind == PropertyKind::kComputed ? "<computed>" : "<absent>";
}

TEST(FindProperty, ReadsLiterals) {
  EXPECT_EQ(Out(R"(export default defineConfig({ out: "./migrations", dialect: "postgresql" });)"),
            "./migrations");
  EXPECT_EQ(Out("export default { out: './db' } satisfies Config"), "./db");
  EXPECT_EQ(Out("export default { out: `./db`, }"), "./db");
  EXPECT_EQ(Out(R"({"dialect": "postgresql", "out": "./json"})"), "./json");
  EXPECT_EQ(Out("module.exports = {\n  'out' : './quoted' as const\n}"), "./quoted");
  EXPECT_EQ(Out(R"({ out: "it\"s" })"), "it\"s");
}

TEST(FindProperty, LooksPastCommentsAndStrings) {
  EXPECT_EQ(Out("{ // out: './no',\n /* out: './no', */ note: \"{ out: './no' }\", out: './yes' }"),
            "./yes");
  EXPECT_EQ(Out("{ // out: './no'\n}"), "<absent>");
  EXPECT_EQ(Out("{ url: `${a}, out: './no'` }"), "<absent>");
  EXPECT_EQ(Out("{ url: 'http://x', out: './yes' }"), "./yes");
}

TEST(FindProperty, TakesTheOuterOne) {
  EXPECT_EQ(Out("{ introspect: { out: './inner' }, out: './outer' }"), "./outer");
  EXPECT_EQ(Out("{ out: './outer', introspect: { out: './inner' } }"), "./outer");
  EXPECT_EQ(Out("{ timeout: './no', layout: './no' }"), "<absent>");
}

TEST(FindProperty, SaysWhenOnlyRunningWouldTell) {
  EXPECT_EQ(Out("{ out: process.env.OUT ?? './x' }"), "<computed>");
  EXPECT_EQ(Out("{ out: './a' + suffix }"), "<computed>");
  EXPECT_EQ(Out("{ out: `./${tenant}` }"), "<computed>");
  EXPECT_EQ(Out("{ out, dialect }"), "<computed>");
  EXPECT_EQ(Out("{ out: path.join(__dirname, 'x') }"), "<computed>");
}

TEST(FindProperty, SurvivesBrokenSources) {
  EXPECT_EQ(Out(""), "<absent>");
  EXPECT_EQ(Out("{ out:"), "<computed>");
  EXPECT_EQ(Out("{ out: './unfinished"), "./unfinished");
  EXPECT_EQ(Out("/* out"), "<absent>");
  EXPECT_EQ(Out("}}}} out: '"), "<absent>");
}

TEST(IsDrizzleConfigName, KnowsTheVariants) {
  for (const char* name : {"drizzle.config.ts", "drizzle.config.js", "drizzle.config.mjs",
                           "drizzle.config.mts", "drizzle.config.json", "drizzle-admin.config.ts",
                           "drizzle.tenant.config.ts", "drizzle.config.prod.ts"}) {
    EXPECT_TRUE(IsDrizzleConfigName(name)) << name;
  }
  for (const char* name : {"drizzle.ts", "drizzle.config.d.ts", "drizzle.config.md",
                           "vite.config.ts", "my-drizzle.config.ts", ""}) {
    EXPECT_FALSE(IsDrizzleConfigName(name)) << name;
  }
}

}  // namespace
}  // namespace hoglint
