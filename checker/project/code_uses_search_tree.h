// The source files that may name what a track's tables hold, and what their imports lead to.
// Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_TREE_H_
#define HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_TREE_H_

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/disk/file_system.h"
#include "lint/typescript/code_names_modules.h"

namespace hoglint {

struct CodeFile {
  std::string path;     // absolute
  bool parsed = false;  // TypeScript or JavaScript; others are only searched for words
};

struct CodePackage {
  std::string name;  // empty: none is given
  std::set<std::string> dependencies;
  bool is_package = false;  // there is a package.json, not only a drizzle.config
  bool has_config = false;  // there is a drizzle.config
};

struct CodeTree {
  std::vector<CodeFile> files;                  // by path
  std::map<std::string, CodePackage> packages;  // by folder
  bool cut_off = false;                         // there is more than is read
};

// What is below `top`, without dependencies, build products, generated files and tests. Links are
// not followed.
[[nodiscard]] CodeTree ListCode(const FileSystem& files, const std::string& top);

// The package that a file is in: the nearest folder with a package.json; null when there is none.
[[nodiscard]] const std::pair<const std::string, CodePackage>* PackageOf(const CodeTree& tree,
                                                                         const std::string& path);

// Leaves the files that can reach the database of the application in `home`: its own, and those of
// packages that depend on it.
void KeepFilesOf(CodeTree& tree, const std::string& home);

// Finds the files that imports mean: relative ones, the aliases of a tsconfig by their look
// ("@/db/schema"), packages of the repository.
class CodeModules {
 public:
  CodeModules(const FileSystem& files, const CodeTree& tree);

  // The file that `module` means in the file `importer`, both absolute; absent for packages from
  // outside and for what cannot be told.
  [[nodiscard]] std::optional<std::string> Resolve(const std::string& importer,
                                                   const std::string& module);
  // The folder of the repository's package that the import names; absent when there is none.
  [[nodiscard]] std::optional<std::string> PackageFolder(std::string_view module) const;
  // What a file of the tree passes on; nothing for one that cannot be understood.
  [[nodiscard]] const std::vector<PassedOn>& PassedOnBy(const std::string& path);

 private:
  [[nodiscard]] std::optional<std::string> Probe(const std::string& path) const;
  [[nodiscard]] std::optional<std::string> ByAlias(const std::string& importer,
                                                   std::string_view tail) const;
  void AddModule(std::string module, const std::string& path);

  const FileSystem& files_;
  const CodeTree& tree_;
  std::set<std::string> paths_;
  // Files by the last part of how imports call them: "schema" for schema.ts and schema/index.ts.
  std::multimap<std::string, std::pair<std::string, std::string>>
      modules_;  // name and path in full
  std::map<std::string, std::vector<PassedOn>> passed_on_;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_TREE_H_
