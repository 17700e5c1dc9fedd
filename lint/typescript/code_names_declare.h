// What imports, constants, patterns and parameters make of the names in a scope. Private to
// lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_DECLARE_H_
#define HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_DECLARE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "lint/typescript/code_names.h"
#include "lint/typescript/code_names_scope.h"

namespace hoglint {

// True for types, which name nothing at run time, and for imports and export lists, which only pass
// names on.
[[nodiscard]] bool NamesNothing(std::string_view kind);

// `things` and `lookup` outlive it.
class Declarations {
 public:
  // Is told of each property that a pattern takes out of a table or row.
  using OnProperty =
      std::function<void(const TsNode& place, std::size_t table, std::string_view property)>;

  Declarations(const Things& things, const ImportLookup& lookup, OnProperty on_property)
      : things_(things), lookup_(lookup), on_property_(std::move(on_property)) {}

  void Import(const TsNode& statement, Scope& scope);
  // What the statements of the block declare.
  void DeclareAll(const TsNode& block, Scope& scope);
  // Each name of a pattern hides one of the same name outside.
  static void Hide(const TsNode& pattern, Scope& scope);
  // Lets the names of a pattern stand for what is assigned to it.
  void Bind(const TsNode& pattern, Thing thing, Scope& scope);

 private:
  void ImportNames(const TsNode& clause, const std::string& module, Scope& scope);
  void BindMembers(const TsNode& pattern, Thing thing, Scope& scope);

  const Things& things_;
  const ImportLookup& lookup_;
  OnProperty on_property_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_DECLARE_H_
