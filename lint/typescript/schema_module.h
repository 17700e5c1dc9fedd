// SchemaModule: one TypeScript file as the reader of Drizzle schemas needs it: what it imports,
// declares and exports, by name. Views and pointers are into its source and tree.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_MODULE_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_MODULE_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"
#include "lint/typescript/syntax_tree.h"

namespace hoglint {

// Something of another module; `name` as that one exports it, "*" for all of it as one object.
struct ModuleImport {
  std::string specifier;  // "./users", "drizzle-orm/pg-core"
  std::string name;
};

// What a module exports under a name: of its own, or of another module.
struct ModuleExport {
  const TsNode* node = nullptr;   // the specifier, or the statement
  std::string_view local;         // an own name; empty otherwise
  const TsNode* value = nullptr;  // export default <expression>
  ModuleImport from;              // its specifier is empty where the export is an own one
};

struct StarExport {
  const TsNode* node = nullptr;
  std::string specifier;
};

struct SchemaModule {
  FileId file{};
  std::string path;      // as shown
  std::string absolute;  // for those who find its imports
  bool named = false;    // one of the files that the config's `schema` names
  std::string problem;   // why it could not be parsed; it is empty then
  TsNode program;
  std::map<std::string_view, ModuleImport> imports;  // without those of types
  // The values of its constants, and its functions and TypeScript enums, by name.
  std::map<std::string_view, const TsNode*> declared;
  std::vector<std::string_view> constants;  // in the order of the file; those with a value
  std::map<std::string, ModuleExport, std::less<>> exports;
  std::vector<StarExport> stars;
  std::vector<const TsNode*> patterns;  // export const { users, posts } = ...

  // False where no export of the file names it; re-exports elsewhere may still be missing.
  [[nodiscard]] bool Exports(std::string_view local) const;
  [[nodiscard]] Span SpanOf(const TsNode& node) const;
};

// Fills in all but `path`, `absolute` and `named`. The module points into the source.
[[nodiscard]] SchemaModule ReadSchemaModule(FileId file, std::string_view source,
                                            TsGrammar grammar = TsGrammar::kTypeScript);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_MODULE_H_
