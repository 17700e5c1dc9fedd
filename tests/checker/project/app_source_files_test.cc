// Which files of an application are read for what its code does, and what is said of the others.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "checker/project/project_files.h"
#include "lint/typescript/syntax_tree.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kDatabase =
    "import { drizzle } from \"drizzle-orm/neon-http\";\nexport const db = drizzle(url);\n";
constexpr const char* kUse = "import { db } from \"./db\";\ndb.transaction(f);\n";

class AppSourceFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
    application_.package.dependencies = {"@neondatabase/serverless"};
    Add("src/db.ts", kDatabase);
  }

  void Add(const std::string& path, const std::string& text) { files_.AddFile("/r/" + path, text); }

  void Read() {
    location_.files = &files_;
    location_.shown_from = location_.boundary = "/r";
    sources_ = ReadAppSources(gathering_, location_, "/r", application_);
  }

  [[nodiscard]] std::vector<std::string> Files() const {
    std::vector<std::string> paths;
    for (const AppSource& each : sources_->files) paths.push_back(each.path);
    return paths;
  }
  [[nodiscard]] std::vector<std::string> Notes() const {
    std::vector<std::string> notes;
    for (const NotChecked& each : gathering_.not_checked) {
      notes.push_back(each.file + ": " + each.reason);
    }
    return notes;
  }

  MemoryFileSystem files_;
  Location location_;
  Gathering gathering_;
  Application application_;
  std::shared_ptr<const AppSources> sources_;
};

TEST_F(AppSourceFilesTest, FilesAreReadThatNameWhatIsLookedForAndWhatTheyNeed) {
  Add("src/use.ts", kUse);
  Add("src/other.ts", "export const x = 1;\n");
  Read();
  EXPECT_THAT(Files(), ElementsAre("src/db.ts", "src/use.ts"));
  EXPECT_THAT(sources_->http_transactions, SizeIs(1));
  EXPECT_THAT(Notes(), IsEmpty());
}

TEST_F(AppSourceFilesTest, TestsAndWhatIsInstalledOrGeneratedAreNotRead) {
  for (const char* path :
       {"src/use.test.ts", "src/use.stories.ts", "src/use.d.ts", "src/__tests__/use.ts",
        "tests/use.ts", "node_modules/x/use.ts", "dist/use.js", "src/node_modules/y/use.ts",
        ".next/use.js", "coverage/use.js", "apps/b/use.ts"}) {
    Add(path, kUse);
  }
  // An application of its own.
  Add("apps/b/package.json", "{}");
  Add("apps/b/drizzle.config.ts", "export default {};");
  Read();
  EXPECT_THAT(Files(), IsEmpty());
  EXPECT_THAT(Notes(), IsEmpty());
}

TEST_F(AppSourceFilesTest, NothingIsReadWithoutADependencyThatAsksForIt) {
  application_.package.dependencies = {"drizzle-orm"};
  Add("src/broken.ts", "db.transaction(");
  Read();
  EXPECT_THAT(Files(), IsEmpty());
  EXPECT_THAT(Notes(), IsEmpty());
}

TEST_F(AppSourceFilesTest, WhatCannotBeReadIsSaid) {
  Add("src/broken.ts", "const x = (; db.transaction(f);\n");
  Add("src/page.tsx", "export const P = () => <b onClick={() => db.transaction(f)} />;\n");
  Add("src/page2.tsx", "export const P = () => <b onClick={() => db.transaction(f)}>;\n");
  Read();
  EXPECT_THAT(Notes(), ElementsAre("src/broken.ts: its code: it has a syntax error",
                                   "src/page2.tsx: its code: it has a syntax error"));
}

TEST_F(AppSourceFilesTest, TooMuchIsSaidOnce) {
  Add("src/use.ts", kUse);
  for (int i = 0; i < 30; ++i) {
    Add(fmt::format("src/z{:02}/large.ts", i), std::string(1U << 20U, ' '));
  }
  Read();
  EXPECT_THAT(sources_->http_transactions, SizeIs(1));
  EXPECT_THAT(Notes(), ElementsAre(HasSubstr("there are more than 5000 files or 20 MiB of code")));
}

TEST_F(AppSourceFilesTest, OneLargeFileHidesNoOther) {
  Add("src/a.ts", std::string(9U << 20U, ' '));
  Add("src/generated.ts", std::string(3U << 20U, ' '));
  Add("src/use.ts", kUse);
  Read();
  EXPECT_THAT(sources_->http_transactions, SizeIs(1));
  EXPECT_THAT(Notes(), ElementsAre("src/a.ts: its code: it is larger than 8 MiB"));
}

TEST_F(AppSourceFilesTest, LinksToFoldersAreNotFollowed) {
  files_.AddLink("/r/src/again", "/r/src");
  files_.AddLink("/r/out-of-here", "/elsewhere");
  files_.AddFile("/elsewhere/use.ts", kUse);
  Add("src/use.ts", kUse);
  Read();
  EXPECT_THAT(sources_->http_transactions, SizeIs(1));
  EXPECT_THAT(Notes(), IsEmpty());
}

}  // namespace
}  // namespace hoglint::testing
