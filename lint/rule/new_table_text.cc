#include "lint/rule/new_table_text.h"

#include <fmt/format.h>

#include <utility>

namespace hoglint {

Finding& AddNewTable(const NewTable& table, const NewTableColumn* column, std::string message,
                     Findings& findings) {
  const Span span = column == nullptr ? table.span : column->span;
  Finding& finding = findings.Add(span, std::move(message));
  finding.subject = DisplayName(table.name);
  if (column != nullptr) finding.subject += "." + column->name;
  return finding;
}

std::string DeclareInstead(const NewTable& table, std::string_view declaration) {
  return fmt::format("declare {}{}", declaration,
                     table.in_code
                         ? ""
                         : " in the Drizzle schema, and generate the migration again while no "
                           "database has run it");
}

}  // namespace hoglint
