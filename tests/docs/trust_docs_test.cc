// docs/design/trust.md names the test of each promise: those tests exist, and none of tests/hostile
// is left out.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

fs::path SourceFolder() {
  const char* folder = std::getenv("HOGLINT_SOURCE_DIR");  // NOLINT(concurrency-mt-unsafe)
  return folder == nullptr ? "." : folder;
}

std::set<std::string> Matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
    found.insert((*match)[1].str() + "." + (*match)[2].str());
  }
  return found;
}

// "Suite.Name" of every test below a folder of the repository.
std::set<std::string> TestsBelow(const fs::path& folder) {
  std::set<std::string> tests;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.path().string().ends_with("_test.cc")) continue;
    tests.merge(
        Matches(ReadWholeFile(entry.path().string()), R"(\nTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\))"));
  }
  return tests;
}

TEST(TrustDocs, EveryPromiseHasItsTest) {
  const fs::path source = SourceFolder();
  const std::string page = ReadWholeFile((source / "docs/design/trust.md").string());
  const std::set<std::string> named = Matches(page, R"(`([A-Z]\w+)\.([A-Z]\w+)`)");
  const std::set<std::string> all = TestsBelow(source / "tests");
  EXPECT_GT(named.size(), 40U);
  for (const std::string& each : named) {
    EXPECT_TRUE(all.contains(each))
        << each << " is named in docs/design/trust.md and does not exist";
  }
  for (const std::string& each : TestsBelow(source / "tests/hostile")) {
    EXPECT_TRUE(named.contains(each)) << each << ": docs/design/trust.md does not name it";
  }
}

// A line of the table without a test would be a promise that nothing holds.
TEST(TrustDocs, NoPromiseIsWithoutATest) {
  const std::string page = ReadWholeFile((SourceFolder() / "docs/design/trust.md").string());
  const std::size_t begin = page.find("| --- | --- |\n", page.find("## Promises"));
  ASSERT_NE(begin, std::string::npos);
  const std::string table = page.substr(begin + 14, page.find("\n\n", begin) - begin - 14);
  static const std::regex row(R"(\|[^|\n]+\| `[A-Z][^|\n]*` \|)");
  std::size_t at = 0;
  while (at < table.size()) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string line = table.substr(at, end - at);
    EXPECT_TRUE(std::regex_match(line, row)) << line;
    at = end + 1;
  }
}

}  // namespace
}  // namespace hoglint::testing
