// What README.md and the guide show is what a reader gets: their commands are run, in a copy of
// what the reader has. tests/docs/README.md says how a page is marked.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <regex>
#include <string>
#include <vector>

#include "tests/docs/page.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/postgres_server.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRepository = "the repository";
constexpr std::string_view kProject = "a new project";
constexpr std::string_view kNowhere = "nowhere";

// README.md and the pages of the guide.
std::vector<fs::path> Pages() {
  std::vector<fs::path> pages{SourceFolder() / "README.md"};
  for (const auto& entry : fs::directory_iterator(SourceFolder() / "docs/guide")) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  return pages;
}

std::vector<fs::path> PagesThatRunIn(std::string_view place) {
  std::vector<fs::path> pages;
  for (const fs::path& page : Pages()) {
    if (PlaceOfCommands(ReadFile(page)) == place) pages.push_back(page);
  }
  return pages;
}

void ExpectFollowed(const fs::path& path, const PageSetting& setting) {
  SCOPED_TRACE(path.string());
  const auto page = FollowPage(ReadFile(path), setting);
  ASSERT_TRUE(page.has_value()) << page.error().message;
  ExpectGolden(*page, path);
}

// The whole environment of a page's commands; programs in `home` are found first.
std::vector<std::string> Environment(const std::string& home) {
  const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  return {fmt::format("PATH={}:{}", home, path == nullptr ? "/usr/bin:/bin" : path),
          "HOME=" + home,
          "LANG=C.UTF-8",
          "LC_ALL=C.UTF-8",
          "TZ=UTC",
          "GIT_CONFIG_GLOBAL=/dev/null",
          "GIT_CONFIG_SYSTEM=/dev/null",
          "GIT_AUTHOR_NAME=You",
          "GIT_AUTHOR_EMAIL=you@example.com",
          "GIT_COMMITTER_NAME=You",
          "GIT_COMMITTER_EMAIL=you@example.com",
          "npm_config_loglevel=error",
          "npm_config_update_notifier=false"};
}

fs::path Binary() {
  const char* binary = std::getenv("HOGLINT_BINARY");  // NOLINT(concurrency-mt-unsafe)
  return binary == nullptr ? "" : binary;
}

TEST(PagesDocs, EveryPageSaysWhereItsCommandsRun) {
  for (const fs::path& path : Pages()) {
    const std::string page = ReadFile(path);
    const std::string place = PlaceOfCommands(page);
    if (!HasCommands(page) && place.empty()) continue;
    EXPECT_TRUE(place == kRepository || place == kProject || place.starts_with(kNowhere))
        << path << " shows commands: say where they run, see tests/docs/README.md";
  }
}

TEST(PagesDocs, TheRepositorysPagesShowWhatTheirCommandsPrint) {
  ASSERT_FALSE(Binary().empty());
  const TempFolder home;
  ASSERT_TRUE(fs::exists(home.Link(Binary().string(), "hoglint"))) << Binary();
  const auto pages = PagesThatRunIn(kRepository);
  ASSERT_FALSE(pages.empty());
  for (const fs::path& page : pages) {
    ExpectFollowed(page, {.folder = SourceFolder().string(),
                          .environment = Environment(home.path()),
                          .replacements = {}});
  }
}

// A folder as npm leaves it, and a server.
class NewProject {
 public:
  // Why there is none; empty: there is one.
  std::string Make() {
    const fs::path modules = SourceFolder() / ".deps/drizzle_kit/node_modules";
    if (!fs::exists(modules / "drizzle-kit") || !fs::exists(modules / "pg")) {
      return "drizzle-kit or pg is not installed: run tests/oracle/drizzle_kit/install.sh";
    }
    if (RunCommand("node --version 2>&1").exit_code != 0) return "there is no node";
    const auto servers = PostgresServer::FindServers();
    if (servers.empty()) return "there is no PostgreSQL: run ./dev deps test";
    auto server = PostgresServer::Start(servers.back());
    if (!server) return "PostgreSQL does not start: " + server.error().message;
    server_ = std::move(*server);
    for (const auto& entry : fs::directory_iterator(modules)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.')) continue;
      folder_.Link(entry.path().string(), "shop/node_modules/" + name);
    }
    folder_.Link((modules / "drizzle-kit/bin.cjs").string(), "shop/node_modules/.bin/drizzle-kit");
    folder_.Link(Binary().string(), "shop/node_modules/.bin/hoglint");
    // npx of an installed program, without the third of a second that npm needs to find it.
    fs::permissions(folder_.Write("npx",
                                  "#!/bin/sh\nprogram=$1\nshift\n"
                                  "exec \"node_modules/.bin/$program\" \"$@\"\n"),
                    fs::perms::owner_all);
    auto connection = server_->Connect();
    if (!connection) return connection.error().message;
    version_ = connection->Exec("SHOW server_version").Scalar();
    version_.resize(std::min(version_.find(' '), version_.size()));
    return "";
  }

  // The setting of a page; its database is new.
  [[nodiscard]] PageSetting Setting() const {
    const std::string folder = folder_ / "shop";
    std::vector<std::string> environment = Environment(folder_.path());
    environment.push_back("DATABASE_URL=" + DatabaseUrl());
    return {.folder = folder,
            .environment = std::move(environment),
            .replacements = {{folder, "/home/you/shop"},
                             {SocketFolder(), "/var/run/postgresql"},
                             {"PostgreSQL " + version_, "PostgreSQL 18.4"}}};
  }

  [[nodiscard]] const PostgresServer& server() const { return *server_; }

 private:
  [[nodiscard]] std::string SocketFolder() const {
    std::smatch host;
    const std::string info = server_->ConnInfo("shop");
    return std::regex_search(info, host, std::regex("host='([^']*)'")) ? host[1].str() : "";
  }

  // The socket's folder is the host, as libpq and node-postgres read it.
  [[nodiscard]] std::string DatabaseUrl() const {
    return fmt::format("postgresql://postgres@{}/shop",
                       std::regex_replace(SocketFolder(), std::regex("/"), "%2F"));
  }

  TempFolder folder_;
  std::unique_ptr<PostgresServer> server_;
  std::string version_;  // "18.4"
};

TEST(PagesDocs, TheProjectsPagesShowWhatTheirCommandsPrint) {
  const auto pages = PagesThatRunIn(kProject);
  ASSERT_FALSE(pages.empty());
  for (const fs::path& page : pages) {
    NewProject project;
    if (const std::string missing = project.Make(); !missing.empty()) {
      GTEST_SKIP() << page.string() << " was not followed: " << missing;
    }
    ASSERT_TRUE(project.server().CreateDatabase("shop").ok());
    ExpectFollowed(page, project.Setting());
  }
}

}  // namespace
}  // namespace hoglint::testing
