// What is read of an application's code, and how far names are followed through its files.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/typescript/app_sources_module.h"
#include "lint/typescript/syntax_tree.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AppSourcesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
  }

  // Files by path.
  AppSources Link(const std::map<std::string, std::string>& files) {
    std::vector<SourceModule> modules;
    for (const auto& each : files) {
      const SourceFile& file = sources_.Add(each.first, each.second);
      const SourceQuestions questions{.hogsend = true,
                                      .script = each.first.starts_with("scripts/"),
                                      .backfill = each.first.starts_with("scripts/backfill/")};
      auto module = ReadSourceModule(file.id(), each.first, file.text(), questions);
      EXPECT_TRUE(module) << each.first << ": " << (module ? "" : module.error().message);
      if (module) modules.push_back(*std::move(module));
    }
    return LinkModules(modules, "");
  }

  // "src/a.ts:3" of each transaction.
  std::vector<std::string> Transactions(const std::map<std::string, std::string>& files) {
    std::vector<std::string> places;
    for (const HttpTransaction& each : Link(files).http_transactions) {
      places.push_back(Place(each.span));
    }
    return places;
  }

  // How clientJournal is taken in a file that calls createHogsendClient(`options`).
  HogsendClientCall Client(const std::string& before, const std::string& options) {
    const AppSources sources =
        Link({{"src/index.ts", "import { createHogsendClient } from \"@hogsend/engine\";\n" +
                                   before + "\ncreateHogsendClient(" + options + ");\n"}});
    EXPECT_EQ(sources.clients.size(), 1U);
    return sources.clients.empty() ? HogsendClientCall{} : sources.clients.front();
  }

  // Whether a guard of that body stops the process.
  SchemaVersionCall Guard(const std::string& body) {
    const AppSources sources =
        Link({{"src/index.ts",
               "import { getEngineSchemaVersion, serve } from \"@hogsend/engine\";\n" + body}});
    EXPECT_EQ(sources.versions.size(), 1U);
    return sources.versions.empty() ? SchemaVersionCall{} : sources.versions.front();
  }

  [[nodiscard]] std::string Place(const Span& span) const {
    const SourceFile& file = sources_[span.file];
    return fmt::format("{}:{}", file.path(), file.PositionAt(span.begin).line);
  }

  Sources sources_;
};

constexpr const char* kHttp = "import { drizzle } from \"drizzle-orm/neon-http\";\n";

// --- databases over HTTP ---------------------------------------------------------------------

TEST_F(AppSourcesTest, ADatabaseIsFollowedThroughFiles) {
  EXPECT_THAT(
      Transactions({{"src/a.ts", "import { db } from \"@/lib/db\";\ndb.transaction(f);\n"},
                    {"src/lib/db/index.ts", "export { base as db } from \"./base.js\";\n"},
                    {"src/lib/db/base.ts",
                     std::string(kHttp) + "const base = drizzle(url);\nexport { base };\n"}}),
      ElementsAre("src/a.ts:2"));
  EXPECT_THAT(
      Transactions({{"src/a.ts", "import * as d from \"./db\";\nd.db.transaction(f);\n"},
                    {"src/db.ts", std::string(kHttp) + "export const db = drizzle(url);\n"}}),
      ElementsAre("src/a.ts:2"));
}

TEST_F(AppSourcesTest, AFunctionThatGivesADatabaseIsFollowed) {
  EXPECT_THAT(Transactions({{"src/a.ts",
                             "import open from \"./db\";\nawait (await open()).transaction(f);\n"
                             "const db = open();\ndb.transaction(f);\n"},
                            {"src/db.ts", std::string(kHttp) +
                                              "export default async function open() {\n"
                                              "  const db = drizzle(url);\n  return db;\n}\n"}}),
              ElementsAre("src/a.ts:2", "src/a.ts:4"));
}

TEST_F(AppSourcesTest, WhatIsNotCertainIsNoFinding) {
  const std::string head = std::string(kHttp) + "const db = drizzle(url);\n";
  // A parameter, another local, one of two drivers, another package's.
  EXPECT_THAT(Transactions({{"a.ts", head + "function f(db) { db.transaction(g); }\n"}}),
              IsEmpty());
  EXPECT_THAT(Transactions({{"a.ts", head + "{ const { db } = open(); db.transaction(g); }\n"}}),
              IsEmpty());
  EXPECT_THAT(
      Transactions({{"a.ts", std::string(kHttp) + "const db = local ? open() : drizzle(u);\n"
                                                  "db.transaction(g);\n"}}),
      IsEmpty());
  EXPECT_THAT(Transactions({{"a.ts",
                             "import { drizzle } from \"drizzle-orm/neon-serverless\";\n"
                             "drizzle(u).transaction(g);\n"}}),
              IsEmpty());
  EXPECT_THAT(Transactions({{"a.ts", head + "function f() { if (x) return db; return pool; }\n"
                                            "f().transaction(g);\n"}}),
              IsEmpty());
}

TEST_F(AppSourcesTest, CirclesEnd) {
  EXPECT_THAT(Transactions({{"a.ts",
                             "import { db } from \"./b\";\ndb.transaction(f);\n"
                             "export * from \"./b\";\n"},
                            {"b.ts", "export * from \"./a\";\nexport * from \"./b\";\n"}}),
              IsEmpty());
  EXPECT_THAT(Transactions({{"a.ts",
                             "const f = () => g();\nconst g = () => f();\n"
                             "f().transaction(h);\n"}}),
              IsEmpty());
}

TEST_F(AppSourcesTest, TypesOfSqlTemplatesAreNoSyntaxErrors) {
  const AppSources sources =
      Link({{"a.ts",
             "import { sql } from \"drizzle-orm\";\n"
             "db.execute(sql<{ id: string; tags: string[] }>`SELECT id FROM t WHERE a = ${b}`);\n"
             "const less = sql < `x`;\n"}});
  ASSERT_EQ(sources.sql.size(), 1U);
  EXPECT_EQ(sources.sql.front().text, "SELECT id FROM t WHERE a = $1  ");
  EXPECT_EQ(Place(sources.sql.front().span), "a.ts:2");
}

// --- Hogsend's client and guard --------------------------------------------------------------

TEST_F(AppSourcesTest, AJournalIsWhatTheArgumentIs) {
  const std::string import = "import j from \"../migrations/meta/_journal.json\";";
  EXPECT_EQ(Client(import, "{ clientJournal: j as JournalShape }").journal,
            "migrations/meta/_journal.json");
  EXPECT_EQ(Client(import + "const o = { clientJournal: j };", "{ ...o }").journal,
            "migrations/meta/_journal.json");
  EXPECT_EQ(Client("const j = require(\"../m/_journal.json\");", "{ clientJournal: j }").journal,
            "m/_journal.json");
  EXPECT_EQ(Client("", "{ schema }").argument, JournalArgument::kAbsent);
  EXPECT_EQ(Client("", "{ clientJournal: undefined }").argument, JournalArgument::kAbsent);
  EXPECT_EQ(Client("", "").argument, JournalArgument::kAbsent);
  EXPECT_EQ(Client("", "{ clientJournal: { entries: [] } }").argument, JournalArgument::kEmpty);
  EXPECT_EQ(Client("const entries = [{ idx: 0 }];", "{ clientJournal: { entries } }").argument,
            JournalArgument::kUnknown);
  EXPECT_EQ(Client("", "{ clientJournal: { entries: [{ idx: 0 }] } }").argument,
            JournalArgument::kWritten);
  EXPECT_EQ(
      Client("import j from \"@hogsend/db/drizzle/meta/_journal.json\";", "{ clientJournal: j }")
          .argument,
      JournalArgument::kPackage);
  EXPECT_EQ(Client("", "{ clientJournal: load() }").argument, JournalArgument::kUnknown);
  EXPECT_EQ(Client("", "options()").argument, JournalArgument::kUnknown);
  EXPECT_EQ(Client("", "{ ...options() }").argument, JournalArgument::kUnknown);
}

TEST_F(AppSourcesTest, AGuardStopsByWhatHangsOnInSync) {
  const std::string ask = "const v = await getEngineSchemaVersion(db);\n";
  EXPECT_TRUE(Guard(ask + "if (!v.inSync) process.exit(1);").exits);
  EXPECT_TRUE(Guard(ask + "const ok = v.inSync;\nif (!ok) { throw new Error(\"x\"); }").exits);
  EXPECT_TRUE(Guard(ask + "v.inSync || process.exit(1);").exits);
  EXPECT_TRUE(Guard("const { inSync } = await getEngineSchemaVersion(db);\n"
                    "if (!inSync) process.exit(1);")
                  .exits);
  EXPECT_TRUE(Guard(ask + "if (v.inSync) serve();").stops);
  EXPECT_TRUE(Guard("if (!(await getEngineSchemaVersion(db)).inSync) process.exit(1);").stops);
  // Handed on, to be judged where it goes.
  EXPECT_TRUE(Guard("export const ask = () => getEngineSchemaVersion(db);").stops);
  EXPECT_TRUE(Guard("check(await getEngineSchemaVersion(db));").stops);

  EXPECT_FALSE(Guard(ask + "if (!v.inSync) console.error(\"behind\", String(v.pending));").stops);
  EXPECT_FALSE(Guard(ask + "if (!v.inSync) process.exit(0);").stops);
  EXPECT_FALSE(Guard(ask + "process.on(\"SIGTERM\", () => process.exit(1));").stops);
  EXPECT_FALSE(Guard(ask + "if (signal) process.exit(1);").stops);
}

TEST_F(AppSourcesTest, ScriptsAreNotTheApplication) {
  const std::string code =
      "import { createHogsendClient } from \"@hogsend/engine\";\n"
      "createHogsendClient({});\nprocess.env.SKIP_SCHEMA_CHECK = \"true\";\n";
  const AppSources script = Link({{"scripts/bootstrap.ts", code}});
  EXPECT_THAT(script.clients, IsEmpty());
  EXPECT_THAT(script.schema_check_off, IsEmpty());
  const AppSources source = Link({{"src/server.ts", code}});
  EXPECT_EQ(source.schema_check_off.size(), 1U);
  ASSERT_TRUE(source.entry);
}

// --- backfills -------------------------------------------------------------------------------

TEST_F(AppSourcesTest, AnUnboundedStatementHasNothingThatBoundsIt) {
  const auto unbounded = [&](const std::string& statement) {
    return !Link({{"scripts/backfill/x.ts", statement}}).unbounded.empty();
  };
  EXPECT_TRUE(unbounded("db.update(t).set({ a: 1 });"));
  EXPECT_TRUE(unbounded("db.update(t).set({ a: 1 }).where(and(isNull(t.a), ne(t.b, \"x\")));"));
  EXPECT_TRUE(unbounded("db.execute(sql`UPDATE t SET a = ${1} WHERE ${t.a} IS NULL`);"));
  EXPECT_TRUE(unbounded("pool.query(\"DELETE FROM t\");"));

  EXPECT_FALSE(unbounded("db.update(t).set({ a: 1 }).where(eq(t.id, id));"));
  EXPECT_FALSE(unbounded("db.update(t).set({ a: 1 }).where(and(isNull(t.a), lt(t.id, last)));"));
  EXPECT_FALSE(unbounded("db.update(t).set({ a: 1 }).where(sql`id < 5`);"));
  EXPECT_FALSE(unbounded("db.execute(sql`UPDATE t SET a = 1 WHERE id = ANY(${ids})`);"));
  EXPECT_FALSE(unbounded("db.execute(sql`UPDATE t SET a = 1 WHERE id BETWEEN 1 AND 5`);"));
  EXPECT_FALSE(unbounded("db.execute(sql`SELECT id FROM t FOR UPDATE`);"));
  EXPECT_FALSE(unbounded("createHash(\"sha256\").update(text); cache.delete(key);"));
}

// --- paths -----------------------------------------------------------------------------------

TEST(AppSourcePathsTest, AModuleIsFoundByTheEndingsThatBundlersTry) {
  const std::vector<std::string> paths = {"app/src/db.ts", "app/src/lib/db/index.ts",
                                          "app/src/x.mts"};
  EXPECT_EQ(ResolveModule(paths, "app/src/a.ts", "./db"), 0U);
  EXPECT_EQ(ResolveModule(paths, "app/src/a.ts", "./db.js"), 0U);
  EXPECT_EQ(ResolveModule(paths, "app/src/lib/a.ts", "../lib/db"), 1U);
  EXPECT_EQ(ResolveModule(paths, "app/src/server/a.ts", "@/lib/db"), 1U);
  EXPECT_EQ(ResolveModule(paths, "app/src/server/a.ts", "~/x"), 2U);
  EXPECT_EQ(ResolveModule(paths, "app/src/a.ts", "drizzle-orm"), std::nullopt);
  EXPECT_EQ(ResolveModule(paths, "app/src/a.ts", "../../../../etc/passwd"), std::nullopt);
}

}  // namespace
}  // namespace hoglint::testing
