// Names that a tool puts into a file before it runs it: ${schema} (Flyway and others), $(schema),
// {{schema}}, and the variables of psql :schema, :"schema" and :'schema'.
#ifndef HOGLINT_LINT_SQL_PLACEHOLDERS_H_
#define HOGLINT_LINT_SQL_PLACEHOLDERS_H_

#include <string>
#include <string_view>
#include <vector>

namespace hoglint::sql {

// Writes a name of the same length over each placeholder: "$schema" in double quotes, _schema where
// it is only a part of a name; of :'value' a string constant. All other bytes stay where they are.
// Nothing of valid SQL is changed: in the grammar no ${ or {{ stands outside of quotes, and no
// colon before a name but in the bounds of an array and behind a key of json_object. In a dollar
// quote, whose text may be a function's body, the variables of psql are left.
void NamePlaceholders(std::string& text);

// True for a text that NamePlaceholders would change.
[[nodiscard]] bool HasPlaceholder(std::string_view text);

// A placeholder, and the name that it has in statements: `"$schema"` with its quotes, `_schema` and
// `__env_` in lower case.
struct NamedPlaceholder {
  std::string written;
  std::string name;

  auto operator<=>(const NamedPlaceholder&) const = default;
};

// Each placeholder of the text once.
[[nodiscard]] std::vector<NamedPlaceholder> PlaceholdersIn(std::string_view text);

// Puts the placeholders in the place of their names in what is said of statements.
void WritePlaceholders(const std::vector<NamedPlaceholder>& placeholders, std::string& text);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_PLACEHOLDERS_H_
