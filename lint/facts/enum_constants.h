// Which string constants of a statement PostgreSQL reads as values of an enum type.
#ifndef HOGLINT_LINT_FACTS_ENUM_CONSTANTS_H_
#define HOGLINT_LINT_FACTS_ENUM_CONSTANTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/catalogue.h"
#include "lint/sql/statement.h"

namespace hoglint {

struct EnumConstant {
  const Type* type = nullptr;  // an enum of the catalogue; null: `unknown` is
  std::string unknown;         // the name of a type that no file has created
  std::string value;           // one label; of '{a,b}' each is an entry of its own
  Span span;                   // of the string
};

// By a cast, by the column that a default, SET (of ON CONFLICT and MERGE too) or VALUES gives it
// to, by the column that a table is partitioned by, or by a column of that type in the same
// condition. Of functions those in SQL are looked at, which PostgreSQL analyses when it creates
// them. `before`: the catalogue before the statement.
[[nodiscard]] std::vector<EnumConstant> EnumConstantsOf(const Statement& statement,
                                                        std::string_view text,
                                                        const Catalogue& before);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_ENUM_CONSTANTS_H_
