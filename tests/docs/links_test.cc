// Every link of every Markdown file of the repository leads somewhere, and every page of the docs
// can be found.
#include "tests/docs/links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What no one wrote as a page: builds, installed packages, and files that are input of tests.
bool IsSkipped(const std::string& path) {
  if (path == "build" || path == "tests/projects/hogsend" || path == "tests/projects/sendoka" ||
      path == "tests/lint/report/golden") {
    return true;
  }
  const std::string name = fs::path(path).filename().string();
  if (name == "node_modules" || (name.starts_with('.') && name != ".github")) return true;
  return path.starts_with("tests/rules/") && path != "tests/rules/README.md";
}

std::map<std::string, std::string> PagesOfTheRepository() {
  std::map<std::string, std::string> pages;
  const fs::path root = SourceFolder();
  fs::recursive_directory_iterator entry(root);
  for (; entry != fs::end(entry); ++entry) {
    const std::string path = fs::relative(entry->path(), root).generic_string();
    if (IsSkipped(path)) {
      entry.disable_recursion_pending();
    } else if (entry->path().extension() == ".md") {
      pages[path] = ReadFile(entry->path());
    }
  }
  return pages;
}

LinkCheck CheckRepository() {
  return CheckLinks(PagesOfTheRepository(),
                    [](const std::string& path) { return fs::exists(SourceFolder() / path); });
}

TEST(LinksTest, LeadSomewhere) {
  const LinkCheck check = CheckRepository();
  EXPECT_GT(check.pages.size(), 150U);  // one page for each rule alone
  EXPECT_THAT(check.problems, IsEmpty());
  std::cout << "not fetched:\n";
  for (const std::string& target : check.elsewhere) std::cout << "  " << target << "\n";
}

TEST(LinksTest, ReachEveryPageOfTheDocs) {
  const LinkCheck check = CheckRepository();
  const auto reached = ReachableFrom("README.md", check);
  for (const auto& page : check.pages) {
    if (!page.first.starts_with("docs/")) continue;
    EXPECT_TRUE(reached.contains(page.first))
        << "no page leads to " << page.first
        << ": link it from docs/README.md or docs/guide/README.md";
  }
}

TEST(LinksTest, AreFoundOutsideOfCodeOnly) {
  const auto links = LinksOf(
      "[a](b.md) and ![c](d.png \"title\") `[no](no.md)`\n"
      "```md\n[no](no.md)\n```\n"
      "[e]: https://example.com\n<a href=\"f.md\">f</a> [![g](h.svg)](i.md)\n");
  std::vector<std::string> found;
  for (const Link& link : links) found.push_back(std::to_string(link.line) + " " + link.target);
  EXPECT_THAT(found, ElementsAre("1 b.md", "1 d.png", "5 https://example.com", "6 h.svg", "6 i.md",
                                 "6 f.md"));
}

TEST(LinksTest, KnowGitHubsAnchors) {
  EXPECT_THAT(AnchorsOf("# A `b`: c, d_e\n## A\n# A\n```\n# no\n```\n### [x](y.md) & z ##\n"
                        "<a id=\"here\"></a>\n"),
              ElementsAre("a", "a-1", "a-b-c-d_e", "here", "x--z"));
}

TEST(LinksTest, SayWhatIsWrong) {
  const std::map<std::string, std::string> pages{
      {"README.md", "[a](docs/a.md#one) [b](docs/b.md)\n[c](../out.md)\n[d](#none)"},
      {"docs/a.md", "# One\n[up](..)\n[r](../README.md#x)\n![i](pic.png)\n[h](http://example.com)"},
      {"docs/c.md", ""}};
  const auto check = CheckLinks(
      pages, [&](const std::string& path) { return pages.contains(path) || path == "."; });
  EXPECT_THAT(check.problems,
              ElementsAre("README.md:1: docs/b.md: there is no docs/b.md",
                          "README.md:2: ../out.md leaves the repository",
                          "README.md:3: #none: README.md has no such heading",
                          "docs/a.md:3: ../README.md#x: README.md has no such heading",
                          "docs/a.md:4: pic.png: there is no docs/pic.png",
                          "docs/a.md:5: http://example.com is no https address"));
  EXPECT_THAT(ReachableFrom("README.md", check), ElementsAre("README.md", "docs/a.md"));
  EXPECT_THAT(check.elsewhere, Contains("http://example.com"));
}

}  // namespace
}  // namespace hoglint::testing
