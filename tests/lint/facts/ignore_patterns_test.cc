// .gitignore against git itself, and .dockerignore against what moby/patternmatcher documents.
#include "lint/facts/ignore_patterns.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

bool GitHides(std::string_view patterns, std::string_view path) {
  const SourceFile file(FileId{0}, ".gitignore", std::string(patterns));
  const std::array<IgnoreFile, 1> files{ReadGitIgnore(file, {})};
  return HiddenFromGit(files, path).line != nullptr;
}

bool DockerHides(std::string_view patterns, std::string_view path) {
  const SourceFile file(FileId{0}, ".dockerignore", std::string(patterns));
  return HiddenFromDocker(ReadDockerIgnore(file, {}), path).line != nullptr;
}

constexpr auto kPaths = std::to_array<const char*>(
    {"migrations/0000_init.sql", "migrations/meta/_journal.json", "migrations/meta/0000_x.json",
     "src/db/migrations/0000_init.sql", "src/db/migrations/meta/_journal.json", "seed.sql",
     "src/a b.sql", "src/[x].sql", "#x", "!x", "docs/migrations", "a/b/c/d.json"});

constexpr auto kPatterns = std::to_array<const char*>({"migrations",
                                                       "migrations/",
                                                       "/migrations",
                                                       "/migrations/",
                                                       "migrations/**",
                                                       "**/migrations",
                                                       "*.sql",
                                                       "/*.sql",
                                                       "**/*.sql",
                                                       "src/**/*.sql",
                                                       "src/*/migrations",
                                                       "src/**/migrations",
                                                       "meta",
                                                       "**/meta",
                                                       "**/meta/",
                                                       "/meta",
                                                       "*.json",
                                                       "migrations/meta/*.json",
                                                       "_journal.json",
                                                       "migrations/*\n!migrations/meta",
                                                       "*.sql\n!migrations/*.sql",
                                                       "migrations/\n!migrations/0000*",
                                                       "*\n!*/\n!*.sql",
                                                       "/*\n!/migrations",
                                                       "0000_????.sql",
                                                       "0000_[a-i]nit.sql",
                                                       "0000_[!a-h]nit.sql",
                                                       "0000_[[:alpha:]]nit.sql",
                                                       "src/a\\ b.sql",
                                                       "src/a b.sql  ",
                                                       "src/\\[x\\].sql",
                                                       "src/[[]x].sql",
                                                       "\\#x",
                                                       "#x",
                                                       "\\!x",
                                                       "!x",
                                                       "a/**/d.json",
                                                       "a/**",
                                                       "a/*",
                                                       "a/**/b",
                                                       "**",
                                                       "*",
                                                       "/",
                                                       "src/**db",
                                                       "mig**ons",
                                                       "[",
                                                       "0000_[a",
                                                       "migrations\r\nmeta\r",
                                                       "\xEF\xBB\xBFmigrations",
                                                       "docs/*/",
                                                       "a/b/",
                                                       "b/c",
                                                       "\\",
                                                       "x\\"});

// What `git check-ignore` prints for the paths; empty when there is no git here.
std::vector<std::string> AskGit(const std::filesystem::path& folder) {
  std::string command =
      "git -C " + folder.string() + " -c core.excludesFile= check-ignore --no-index";
  for (const char* path : kPaths) command += fmt::format(" './{}'", path);
  command += " 2>/dev/null";
  std::vector<std::string> lines;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return lines;
  std::array<char, 256> line{};
  while (std::fgets(line.data(), line.size(), pipe) != nullptr) {
    std::string text = line.data();
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (text.starts_with("\"") && text.size() > 1) text = text.substr(1, text.size() - 2);
    if (text.starts_with("./")) text.erase(0, 2);
    lines.push_back(text);
  }
  pclose(pipe);
  return lines;
}

void Write(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

TEST(IgnorePatternsTest, DecidesAsGitDoes) {
  const TempFolder folder;
  const std::filesystem::path root = folder.path();
  for (const char* path : kPaths) Write(root / path, "x");
  if (std::system(("git -C " + root.string() + " init -q 2>/dev/null").c_str()) != 0) {
    GTEST_SKIP() << "no git on this machine";
  }
  for (const char* patterns : kPatterns) {
    Write(root / ".gitignore", patterns);
    const std::vector<std::string> ignored = AskGit(root);
    for (const char* path : kPaths) {
      const bool expected = std::ranges::find(ignored, path) != ignored.end();
      EXPECT_EQ(GitHides(patterns, path), expected)
          << "git " << (expected ? "hides " : "keeps ") << path << " by\n"
          << patterns;
    }
  }
}

TEST(IgnorePatternsTest, TakesTheDeepestGitIgnore) {
  const SourceFile top(FileId{0}, ".gitignore", "*.sql\nmeta\n");
  const SourceFile below(FileId{1}, "db/.gitignore", "!*.sql\n");
  const std::array<IgnoreFile, 2> files{ReadGitIgnore(top, {}), ReadGitIgnore(below, "db")};
  EXPECT_EQ(HiddenFromGit(files, "db/0000_init.sql").line, nullptr);
  EXPECT_NE(HiddenFromGit(files, "other/0000_init.sql").line, nullptr);
  const HiddenBy meta = HiddenFromGit(files, "db/meta/_journal.json");
  ASSERT_NE(meta.line, nullptr);
  EXPECT_TRUE(meta.by_folder);
  EXPECT_EQ(top.text().substr(meta.line->span.begin, 4), "meta");
}

// https://docs.docker.com/build/concepts/context/#syntax and moby/patternmatcher's tests.
TEST(IgnorePatternsTest, ReadsDockerIgnoreFromTheContext) {
  const char* sql = "migrations/0000_init.sql";
  EXPECT_FALSE(DockerHides("*.sql", sql));
  EXPECT_TRUE(DockerHides("**/*.sql", sql));
  EXPECT_TRUE(DockerHides("*/*.sql", sql));
  EXPECT_TRUE(DockerHides("migrations", sql));
  EXPECT_TRUE(DockerHides("/migrations/", sql));
  EXPECT_TRUE(DockerHides("./migrations", sql));
  EXPECT_FALSE(DockerHides("meta", "migrations/meta/_journal.json"));
  EXPECT_TRUE(DockerHides("**/meta", "migrations/meta/_journal.json"));
  EXPECT_TRUE(DockerHides("*/meta", "migrations/meta/_journal.json"));
  EXPECT_FALSE(DockerHides("# migrations", sql));
  EXPECT_TRUE(DockerHides("  migrations  ", sql));
  EXPECT_TRUE(DockerHides("migrations/000?_*", sql));
  EXPECT_TRUE(DockerHides("migrations/**", sql));
}

TEST(IgnorePatternsTest, LetsTheLastLineOfDockerIgnoreDecide) {
  const char* sql = "migrations/0000_init.sql";
  EXPECT_FALSE(DockerHides("*\n!migrations", sql));
  EXPECT_TRUE(DockerHides("*\n!migrations\n**/*.sql", sql));
  EXPECT_TRUE(DockerHides("!migrations\n*", sql));
  EXPECT_FALSE(DockerHides("migrations\n!migrations/*.sql", sql));
}

// A pattern that would take other matchers for ever.
TEST(IgnorePatternsTest, EndsOnPatternsOfManyStars) {
  std::string pattern;
  for (int i = 0; i < 1000; ++i) pattern += "*a";
  const std::string path(4000, 'a');
  EXPECT_FALSE(GitHides(pattern + "b", path));
  EXPECT_TRUE(GitHides(pattern, path));
  EXPECT_FALSE(GitHides(std::string(5000, '*'), "x"));  // longer than any pattern is read
}

TEST(IgnorePatternsTest, LetsTheLastLineOfAListDecide) {
  const SourceFile list(FileId{0}, "railway.toml", "src/**\n**\n!docs/**\n");
  const IgnoreFile patterns = ReadGitIgnore(list, {});
  EXPECT_TRUE(LastLineTakes(patterns, "migrations/0000.sql"));
  EXPECT_FALSE(LastLineTakes(patterns, "docs/a.md"));
}

}  // namespace
}  // namespace hoglint::testing
