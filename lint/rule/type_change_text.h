// What to write instead of an ALTER COLUMN ... TYPE that writes every row anew.
#ifndef HOGLINT_LINT_RULE_TYPE_CHANGE_TEXT_H_
#define HOGLINT_LINT_RULE_TYPE_CHANGE_TEXT_H_

#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The subcommand, with what the files know of what it changes.
struct ChangedType {
  const AlterTableAction& action;
  std::string table;                   // as it is shown
  const Relation* relation = nullptr;  // null: no file made it
  const Column* column = nullptr;      // null: its type is not known
};

// True where the column keeps its type, and USING gives it other values.
[[nodiscard]] bool ChangesValuesOnly(const ChangedType& changed);

// The way without the rewrite, as the end of a finding's remedy. It gives every row the value that
// the statement gives it.
[[nodiscard]] std::string TypeRemedy(const ChangedType& changed, const StatementFacts& facts);

// The long way, for every change: a second column of that type.
[[nodiscard]] std::string ExpandRemedy(const ChangedType& changed, const std::string& type);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_TYPE_CHANGE_TEXT_H_
