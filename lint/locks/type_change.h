// What ALTER COLUMN ... TYPE costs: is the new type stored as the old one is?
#ifndef HOGLINT_LINT_LOCKS_TYPE_CHANGE_H_
#define HOGLINT_LINT_LOCKS_TYPE_CHANGE_H_

#include <cstddef>
#include <string>

#include "lint/base/boxed.h"
#include "lint/locks/effects.h"

namespace hoglint {

// A type without its domains: the built-in or user type below, in FormatType()'s spelling of the
// name (`integer`, `character varying`), its modifiers apart.
struct BaseType {
  std::string schema;
  std::string name;  // the parser's: int4, varchar
  std::vector<std::string> modifiers;
  bool array = false;
  bool constrained = false;  // some domain on the way has a constraint or is NOT NULL
  bool domain = false;       // the type itself is a domain

  [[nodiscard]] bool SameType(const BaseType& other) const {
    return schema == other.schema && name == other.name && array == other.array;
  }
};

[[nodiscard]] BaseType BaseOf(const Catalogue& catalogue, const TypeName& type);

inline constexpr int kNoModifier = -1;

// A modifier of the type as a number: 2 for (10,2) at index 1. kNoModifier where it has none there,
// or another than a number.
[[nodiscard]] int ModifierOf(const BaseType& type, std::size_t index);

struct TypeChange {
  bool rewrite = false;          // the stored values change: the table is written anew
  bool keeps_operators = false;  // indexes over the old type serve the new one
  bool assumed = false;          // an unknown old type: the worst case
  std::string reason;            // of the rewrite
};

// The change from the column's type to `type`, by the USING expression if there is one (as
// ATColumnChangeRequiresRewrite decides; measured, tests/oracle). `column` null: not known.
[[nodiscard]] TypeChange CompareTypes(const Catalogue& catalogue, const Relation& table,
                                      const Column* column, const TypeName& type,
                                      const Boxed<Expression>& conversion,
                                      const ServerOptions& server);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_TYPE_CHANGE_H_
