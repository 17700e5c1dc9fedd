// The same files give the same bytes: any number of times, of threads, in any order of the file
// system, any locale, any time zone, however the folder is written.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/hostile/world.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& Formats() {
  static const std::vector<std::string> formats{"text",   "json",  "markdown",   "sarif", "github",
                                                "gitlab", "junit", "checkstyle", "html"};
  return formats;
}

class DeterminismTest : public World {
 protected:
  // The test project of Hogsend, with tracks, snapshots, TypeScript and deployment files, and a
  // history with a branch.
  void SetUp() override {
    const char* source = std::getenv("HOGLINT_SOURCE_DIR");
    ASSERT_NE(source, nullptr);
    fs::copy(fs::path(source) / "tests/projects/hogsend", repo(), fs::copy_options::recursive);
    fs::copy(fs::path(source) / "tests/workspaces", repo() + "/more", fs::copy_options::recursive);
    // Many findings at places that sort alike.
    for (int i = 0; i < 40; ++i) {
      Write(fmt::format("many/{:04}_x.sql", i),
            fmt::format(
                "CREATE TABLE a{0} (b int);\nALTER TABLE a{0} ADD COLUMN İ int NOT NULL, DROP "
                "COLUMN b;\nDROP TABLE ı{0}, I{0}, i{0};\n",
                i));
    }
    (void)CommitAll();
  }

  // What all formats say, and what two commands tell, by name; `script` goes before hoglint.
  std::map<std::string, std::string> Reports(const std::string& before,
                                             const std::string& folder = ".",
                                             const std::string& operands = ". many more") {
    std::string words = "--all " + operands;
    for (const std::string& format : Formats())
      words += fmt::format(" --report {0}=../{0}", format);
    const Ran check = Shell(fmt::format("cd {} && {} \"$hoglint\" {}", folder, before, words));
    EXPECT_EQ(check.code, 1) << check.err;
    std::map<std::string, std::string> reports{{"screen", WithoutTime(check.out)}};
    const fs::path top = folder == "." ? fs::path(folder_.path()) : fs::path(folder).parent_path();
    for (const std::string& format : Formats()) {
      const fs::path file = (folder.starts_with('/') ? top : fs::path(folder_.path())) / format;
      reports[format] = WithoutTime(ReadWholeFile(file.string()));
      fs::remove(file);
    }
    for (const char* command : {"plan --all", "schema", "project", "history"}) {
      reports[command] =
          Shell(fmt::format("cd {} && {} \"$hoglint\" {}", folder, before, command)).all();
    }
    return reports;
  }

  // The text for people ends with how long it took.
  static std::string WithoutTime(const std::string& text) {
    static const std::regex seconds("; [0-9]+[.][0-9]+ s");
    return std::regex_replace(text, seconds, "; TIME");
  }

  void ExpectSame(const std::string& what, const std::map<std::string, std::string>& expected,
                  const std::map<std::string, std::string>& got) {
    for (const auto& [name, text] : expected) {
      EXPECT_TRUE(got.at(name) == text) << what << " changes " << name;
      EXPECT_NE(text, "") << name;
    }
  }
};

TEST_F(DeterminismTest, AnyNumberOfRuns) {
  const auto first = Reports("");
  const int runs = IsLong() ? 100 : 3;
  for (int i = 1; i < runs; ++i) ExpectSame(fmt::format("run {}", i), first, Reports(""));
}

TEST_F(DeterminismTest, AnyNumberOfThreads) {
  if (Shell("taskset -c 0 true").code != 0) GTEST_SKIP() << "taskset is not installed";
  ExpectSame("one processor", Reports(""), Reports("taskset -c 0"));
}

TEST_F(DeterminismTest, AnyTimeZoneAndTerminal) {
  const auto expected = Reports("");
  ExpectSame("TZ", expected, Reports("TZ=Asia/Kathmandu"));
  ExpectSame("TERM and COLUMNS", expected, Reports("TERM=dumb COLUMNS=40 LINES=3"));
}

// Turkish has another capital of i; German writes numbers with a comma.
TEST_F(DeterminismTest, AnyLocale) {
  const auto expected = Reports("LC_ALL=C");
  std::string missing;
  for (const std::string name : {"tr_TR", "de_DE"}) {
    if (!IsLong() && name != "tr_TR") continue;  // making one takes 2 s
    const std::string made = fmt::format(
        "localedef -i {0} -f UTF-8 ../{0}.UTF-8 && LOCPATH=\"$PWD/..\" LC_ALL={0}.UTF-8 "
        "locale -k LC_CTYPE",
        name);
    if (Shell(made).code != 0) {
      missing += fmt::format(" {}", name);
      continue;
    }
    ExpectSame(name, expected, Reports(fmt::format("LOCPATH=\"$PWD/..\" LC_ALL={}.UTF-8", name)));
  }
  ExpectSame("C.UTF-8", expected, Reports("LC_ALL=C.UTF-8"));
  if (!missing.empty()) {
    GTEST_SKIP() << "not to be made here (Debian's package locales is missing):" << missing;
  }
}

TEST_F(DeterminismTest, HoweverTheFolderIsWritten) {
  (void)folder_.Link("repo", "other");
  const auto expected = Reports("");
  for (const std::string& operand : std::vector<std::string>{
           "./ ./many/ more//", "../repo many/. ./more", "\"$PWD\" \"$PWD/many\" many/../more"}) {
    ExpectSame(operand, expected, Reports("", ".", operand));
  }
  // Through a link, as a shell keeps it in PWD.
  ExpectSame("a link to the folder", expected, Reports("PWD=" + (folder_ / "other")));
}

// tmpfs lists what was made last first, so that two orders of making are two orders of listing.
TEST_F(DeterminismTest, AnyOrderOfTheFileSystem) {
  if (!fs::is_directory("/dev/shm")) GTEST_SKIP() << "there is no tmpfs at /dev/shm";
  const std::string top =
      fmt::format("/dev/shm/hoglint-{}", fs::path(folder_.path()).filename().string());
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(repo())) {
    if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), repo()).string());
  }
  std::ranges::sort(names);
  std::vector<std::map<std::string, std::string>> all;
  std::vector<std::string> listed;
  for (const bool backwards : {false, true}) {
    const fs::path copy = fs::path(top) / (backwards ? "b" : "a") / "repo";
    if (backwards) std::ranges::reverse(names);
    for (const std::string& name : names) {
      fs::create_directories((copy / name).parent_path());
      fs::copy_file(repo() + "/" + name, copy / name);
    }
    listed.push_back(Shell("ls -U '" + copy.string() + "/many'").out);
    all.push_back(Reports("", copy.string()));
  }
  fs::remove_all(top);
  EXPECT_NE(listed[0], listed[1]) << "this file system lists in an order of its own";
  ExpectSame("the order", all[0], all[1]);
}

}  // namespace
}  // namespace hoglint::testing
