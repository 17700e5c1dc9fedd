// The words of the rules about conventions of new tables.
#ifndef HOGLINT_LINT_RULE_NEW_TABLE_TEXT_H_
#define HOGLINT_LINT_RULE_NEW_TABLE_TEXT_H_

#include <string>
#include <string_view>

#include "lint/facts/new_tables.h"
#include "lint/rule/rule.h"

namespace hoglint {

// Adds a finding about the table or one of its columns, with its subject.
Finding& AddNewTable(const NewTable& table, const NewTableColumn* column, std::string message,
                     Findings& findings);

// What to do: what the Drizzle schema is to say, and how the migration gets it.
[[nodiscard]] std::string DeclareInstead(const NewTable& table, std::string_view declaration);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_NEW_TABLE_TEXT_H_
