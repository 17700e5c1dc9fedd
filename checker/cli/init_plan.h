// What `hoglint init` would write, from what it found: values in, values out.
#ifndef HOGLINT_CHECKER_CLI_INIT_PLAN_H_
#define HOGLINT_CHECKER_CLI_INIT_PLAN_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

// A major version of PostgreSQL that a file of the project names.
struct FoundPostgres {
  int version = 0;
  std::string path;
};

struct FoundFolder {
  std::string folder;  // "." for the root
  std::size_t migrations = 0;
  std::string found_by;
};

// Paths are relative to the root: the repository's, else the folder that init was run on.
struct InitFacts {
  bool repository = false;
  std::vector<FoundFolder> folders;
  bool path_given = false;  // the folders are not what the root alone would lead to
  std::string runner;       // name; with why it was taken
  std::string runner_why;
  std::vector<std::string> presets;  // that the dependencies choose
  std::vector<FoundPostgres> postgres;
  std::string base;          // what migrations are compared with; empty: nothing was found
  bool has_package = false;  // package.json at the root
  std::string package_manager = "npm";
  std::optional<int> husky;  // major version that package.json asks for; 0: not known
  bool has_hoglint = false;  // package.json depends on the npm package
  std::string remote;        // host of the remote "origin"; empty: not known
  // The files that decide what is missing: those below .github/workflows, configs of other CI
  // systems and of hooks, hoglint.json. A value is the text.
  std::map<std::string, std::string> files;
};

// A file to be written.
struct ProposedFile {
  std::string path;
  std::string why;
  bool appended = false;  // to a file that exists; `text` is then only what is added at its end
  std::string text;
};

struct InitPlan {
  std::vector<ProposedFile> files;
  std::vector<std::string> found;  // one line of evidence each: "runner: drizzle (...)"
  std::vector<std::string> there;  // what needs nothing: "hoglint.json is there"
  // What somebody has to do by hand, with the lines to add; each of one or more lines.
  std::vector<std::string> by_hand;
};

[[nodiscard]] InitPlan PlanInit(const InitFacts& facts);

// The major versions that a file names: by images of PostgreSQL, by keys such as
// postgresMajorVersion, or in .tool-versions. `path` tells what kind of file it is.
[[nodiscard]] std::vector<int> PostgresVersionsIn(std::string_view path, std::string_view text);

// The workflow that docs/guide/github-action.md shows.
[[nodiscard]] std::string GitHubWorkflow();

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_INIT_PLAN_H_
