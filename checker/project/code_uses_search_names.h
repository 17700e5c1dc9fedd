// What a search for uses of names looks for, and what imports of the schema stand for. Private to
// checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_NAMES_H_
#define HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_NAMES_H_

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/project/code_uses_search_tree.h"
#include "checker/project/gathering.h"
#include "lint/facts/code_uses.h"
#include "lint/typescript/code_names.h"

namespace hoglint {

// A word that code which names the thing holds somewhere.
struct SoughtWord {
  std::string word;
  TakenName name;
};

struct Sought {
  std::vector<SoughtTable> tables;
  std::vector<SoughtWord> words;
  // Exported constants of the schema's files: by the file's absolute path and their name.
  std::set<std::pair<std::string, std::string>> constants;
  std::set<std::string> schema_files;  // absolute

  [[nodiscard]] TakenName NameOf(const CodeName& found) const;
};

// Maps the names to what the TypeScript that the track's config reaches calls them, as `location`
// has it.
[[nodiscard]] Sought SoughtNames(const Location& location, const Track& track,
                                 const std::vector<TakenName>& names);

// The names of which a word is in the text, each once, as positions in `words`.
[[nodiscard]] std::vector<std::size_t> WordsIn(std::string_view text, const Sought& sought);
// True for a text that holds the name or constant of a table.
[[nodiscard]] bool HoldsTable(std::string_view text, const Sought& sought);
// True for a text that may ask for all declared columns of a table, though it holds none of them.
[[nodiscard]] bool MayListEveryColumn(std::string_view text, const Sought& sought);

// Tells which imports bring in tables of the schema. What it is made from outlives it.
class SchemaModules {
 public:
  SchemaModules(const FileSystem& files, const CodeTree& tree, const Sought& sought)
      : modules_(files, tree), sought_(sought) {}

  [[nodiscard]] Imported Find(const std::string& importer, const std::string& module,
                              std::string_view name);

 private:
  [[nodiscard]] Imported FindIn(const std::string& path, std::string_view name, int step);
  [[nodiscard]] Imported InPackage(const std::string& folder, std::string_view name) const;
  [[nodiscard]] Imported TableCalled(std::string_view constant) const;

  CodeModules modules_;
  const Sought& sought_;
  std::map<std::pair<std::string, std::string>, Imported> known_;  // by file and name
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_NAMES_H_
