// Scripts that migrate: which functions they call, in which order, for which folder.
#include "lint/typescript/migrate_script.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <string_view>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

class MigrateScriptTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
  }
};

// "migrateEngine, migrateClient(migrations)", and "..." where there may be more.
std::string Shown(std::string_view source) {
  const auto script = ReadMigrateScript(source, "scripts/migrate.ts");
  if (!script) return script.error().message;
  std::string text;
  for (const MigrateCall& call : script->calls) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", call.function);
    if (call.folder) text += fmt::format("({})", *call.folder);
  }
  return text + (script->leads_elsewhere ? " ..." : "");
}

// The folder of migrateClient, made by that expression.
std::string Folder(std::string_view expression) {
  return Shown(
      fmt::format("const root = join(__dirname, '..');\n"
                  "await migrateClient({{ databaseUrl, migrationsFolder: {} }});",
                  expression));
}

TEST_F(MigrateScriptTest, ReadsTheScaffold) {
  EXPECT_EQ(Shown(R"(import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrateClient, migrateEngine } from "@hogsend/db";
const repoRoot = join(dirname(fileURLToPath(import.meta.url)), "..");
const migrationsFolder = join(repoRoot, "migrations");
async function main() {
  // migrateClient comes later
  await migrateEngine({ databaseUrl });
  if (existsSync(join(migrationsFolder, "meta/_journal.json"))) {
    await migrateClient({ databaseUrl, migrationsFolder });
  }
}
main();
)"),
            "migrateEngine, migrateClient(migrations)");
}

TEST_F(MigrateScriptTest, FollowsPaths) {
  const std::string migrations = "migrateClient(migrations)";
  for (const char* expression :
       {"'migrations'", "'./migrations'", "`migrations`", "join(root, 'migrations')",
        "path.resolve(root, './migrations')", "resolve('migrations')",
        "join(process.cwd(), 'migrations')", "`${root}/migrations`",
        "new URL('../migrations', import.meta.url).pathname",
        "fileURLToPath(new URL('../migrations/', import.meta.url))",
        "join(import.meta.dirname, '../migrations')", "process.env.FOLDER ?? 'migrations'",
        "process.env.FOLDER || join(root, 'migrations')", "join(root, 'src', '..', 'migrations')",
        "(join(root, 'migrations') as string)"}) {
    EXPECT_EQ(Folder(expression), migrations) << expression;
  }
}

TEST_F(MigrateScriptTest, LeavesOutWhatOnlyRunningItWouldTell) {
  for (const char* expression :
       {"folder", "process.argv[2]", "join(root, name)", "'/srv/migrations'", "'../migrations'",
        "join(root, '..', 'migrations')", "pick('migrations')", "`${root}/${name}`",
        "new URL(name, import.meta.url)", "cond ? 'a' : 'b'"}) {
    EXPECT_EQ(Folder(expression), "migrateClient") << expression;
  }
}

TEST_F(MigrateScriptTest, KnowsNamesByTheirImport) {
  EXPECT_EQ(
      Shown("import { migrateEngine as engine, migrateClient as client } from '@hogsend/db';\n"
            "await engine({ url }); await client({ url, folder: 'm' });"),
      "migrateEngine, migrateClient(m)");
  EXPECT_EQ(Shown("import * as db from '@hogsend/db';\nawait db.migrateEngine({});"),
            "migrateEngine");
  EXPECT_EQ(Shown("await migrate(drizzle(pool), { migrationsFolder: 'drizzle' });"),
            "migrate(drizzle)");
}

TEST_F(MigrateScriptTest, SaysWhereThereMayBeMore) {
  for (const char* source :
       {"import { x } from './x';", "import { x } from '@/db';",
        "import { execSync } from 'node:child_process';", "const x = await import('./x');",
        "const x = require('./x');", "import { migrateEverything } from '@hogsend/engine';"}) {
    EXPECT_EQ(Shown(source), " ...") << source;
  }
  EXPECT_EQ(Shown("import { join } from 'node:path';\nimport pg from 'pg';"), "");
}

TEST_F(MigrateScriptTest, TellsCallsOfDifferentFunctionsApart) {
  const auto script = ReadMigrateScript(
      "const a = async () => { await migrateClient({}); };\nawait migrateEngine({});", "m.ts");
  ASSERT_TRUE(script);
  ASSERT_EQ(script->calls.size(), 2U);
  EXPECT_NE(script->calls[0].scope, script->calls[1].scope);
}

TEST_F(MigrateScriptTest, EndsOnCircles) {
  EXPECT_EQ(Folder("a"), "migrateClient");
  EXPECT_EQ(Shown("const a = join(b, 'x');\nconst b = join(a, 'y');\n"
                  "await migrateClient({ migrationsFolder: a });"),
            "migrateClient");
  const auto broken = ReadMigrateScript("const = ;;; {", "m.ts");
  EXPECT_FALSE(broken);
}

}  // namespace
}  // namespace hoglint
