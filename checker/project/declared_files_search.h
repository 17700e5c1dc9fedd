// Which files a config's `schema` names, and where the imports of a TypeScript file lead. Private
// to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_DECLARED_FILES_SEARCH_H_
#define HOGLINT_CHECKER_PROJECT_DECLARED_FILES_SEARCH_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/project/gathering.h"
#include "lint/typescript/schema_aliases.h"

namespace hoglint {

// A file with a name that drizzle-kit can load.
[[nodiscard]] bool IsScriptName(std::string_view name);
// Folders that nobody writes a schema in, and which hold too much.
[[nodiscard]] bool IsNeverWalked(std::string_view name);

struct FoundSchemaFiles {
  std::vector<std::string> files;     // absolute, each once, in the order of their paths
  std::vector<std::string> problems;  // what was not looked at, and why
};

// The files of `schema`'s patterns, which are relative to the folder, as drizzle-kit finds them
// (0.31.11, read and measured): a folder stands for the files in it, not for those below; a pattern
// that fits nothing is passed over.
[[nodiscard]] FoundSchemaFiles FindSchemaFiles(const Location& location, const std::string& folder,
                                               const std::vector<std::string>& patterns);

// The tsconfig.json that holds for a folder, with those that it extends.
class ImportAliases {
 public:
  ImportAliases(const Location& location, const std::string& folder);

  // The file that an import leads to; absent for another package's, and for one that is not there.
  [[nodiscard]] std::optional<std::string> FileOf(const std::string& from,
                                                  const std::string& specifier) const;

 private:
  void Read(const std::string& path, int depth);
  [[nodiscard]] std::optional<std::string> FileAt(const std::string& base) const;

  struct Config {
    std::string folder;  // that the targets are relative to
    TsConfigPaths values;
  };

  const Location& location_;
  std::vector<Config> configs_;  // the nearest first
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_DECLARED_FILES_SEARCH_H_
