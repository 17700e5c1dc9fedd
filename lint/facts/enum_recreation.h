// Types that a batch makes anew under their old name. Drizzle removes, renames and moves the values
// of an enum that way: every column to text, DROP TYPE, CREATE TYPE, every column back.
#ifndef HOGLINT_LINT_FACTS_ENUM_RECREATION_H_
#define HOGLINT_LINT_FACTS_ENUM_RECREATION_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The type that stands at a dropped one's place once the batch is through.
struct TypeReplacement {
  Span span;
  bool is_enum = false;
  std::vector<std::string> values;  // of an enum
  std::string name;                 // that it is created under: mood, mood_new
  std::string lasting_name;         // that it has in the end: mood
};

// The values of an enum in their order; empty for null and for other types.
[[nodiscard]] std::vector<std::string> EnumLabels(const Type* type);

// False for a name that is known to be a domain's, a composite type's or another than an enum's.
[[nodiscard]] bool MayBeEnum(const ObjectName& name, const Catalogue& catalogue);

// For a type that the statement drops: what takes its place, before or after.
[[nodiscard]] std::optional<TypeReplacement> FindTypeReplacement(const ObjectName& dropped,
                                                                 const StatementFacts& facts);

// True for an ALTER COLUMN TYPE that takes a column out of an enum that the batch makes anew, or
// brings it back: enum-recreation reports it where the old type is dropped.
[[nodiscard]] bool IsEnumRecreationStep(const AlterTable& alter, const AlterTableAction& action,
                                        const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_ENUM_RECREATION_H_
