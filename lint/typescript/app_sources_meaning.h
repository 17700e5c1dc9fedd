// What expressions of one file stand for. Internal to lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_MEANING_H_
#define HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_MEANING_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/typescript/app_sources_module.h"
#include "lint/typescript/app_sources_tree.h"

namespace hoglint {

class Meanings {
 public:
  Meanings(const SourceTree& tree, FileId file) : tree_(tree), file_(file) {}

  // What the expression is.
  [[nodiscard]] Meaning Of(const TsNode* expression, int depth = 0) const;
  // What calling it gives.
  [[nodiscard]] Meaning OfCalling(const TsNode* function, int depth = 0) const;
  // The name that a call's function has in the module that it comes from, when that module is a
  // package that begins with `package`: createHogsendClient, also under another local name.
  [[nodiscard]] std::string PackageFunction(const TsNode& call, std::string_view package) const;
  // The object that an expression is, through constants; null when it is not to be seen.
  [[nodiscard]] const TsNode* Object(const TsNode* expression, int depth = 0) const;
  // The function that an expression is, through constants; null as well.
  [[nodiscard]] const TsNode* Function(const TsNode* expression, int depth = 0) const;

  [[nodiscard]] Span SpanOf(const TsNode& node) const;

 private:
  [[nodiscard]] Meaning OfImport(const ImportedName& import) const;
  [[nodiscard]] Meaning OfMember(const TsNode& member) const;
  [[nodiscard]] Meaning OfCall(const TsNode& call, int depth) const;
  [[nodiscard]] Meaning OfJournal(const TsNode& object, int depth) const;
  [[nodiscard]] Meaning Returned(const TsNode& function, int depth) const;

  const SourceTree& tree_;
  FileId file_;
  // What functions return, once it is known; a function that asks for itself finds nothing.
  mutable std::map<const TsNode*, Meaning> returned_;
};

// Fills in what the module exports.
void AddExports(const SourceTree& tree, const Meanings& meanings, SourceModule& module);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_MEANING_H_
