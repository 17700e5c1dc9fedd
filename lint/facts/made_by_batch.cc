#include "lint/facts/made_by_batch.h"

#include <algorithm>
#include <cstdint>

#include "lint/facts/enum_constants.h"
#include "lint/facts/new_column.h"

namespace hoglint {
namespace {

// What the earlier statement does to the table or to one of those columns: "renamed the column".
std::string_view ChangeBy(const Statement& earlier, const std::string& table,
                          std::span<const std::string> columns) {
  const auto is_one = [&](const std::string& column) {
    return std::ranges::find(columns, column) != columns.end();
  };
  if (const auto* rename = As<Rename>(earlier)) {
    if (rename->kind == ObjectKind::kTable && rename->new_name == table) return "renamed the table";
    const bool of_table = rename->object.parent && rename->object.parent->name == table;
    const bool renames = rename->kind == ObjectKind::kColumn && is_one(rename->new_name);
    return of_table && renames ? "renamed the column" : "";
  }
  const auto* alter = As<AlterTable>(earlier);
  if (alter == nullptr) return {};
  const bool retypes = std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kAlterColumnType && is_one(action.column);
  });
  return retypes ? "changed the type of the column" : "";
}

}  // namespace

std::vector<std::string> ColumnsOf(const CreateIndex& create) {
  std::vector<std::string> columns = create.including;
  const auto add = [&](const Expression& expression) {
    for (const ColumnReference& reference : expression.columns) columns.push_back(reference.column);
  };
  for (const IndexElement& element : create.elements) {
    if (element.expression) {
      add(*element.expression);
    } else {
      columns.push_back(element.column);
    }
  }
  if (create.where) add(*create.where);
  return columns;
}

std::string_view MadeByBatch(const ObjectName& table, std::span<const std::string> columns,
                             const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(table);
  if (relation != nullptr && IsNew(*relation, facts)) return "created the table";
  for (const std::string& column : columns) {
    if (FindNewColumn(table, column, facts)) return "added the column";
  }
  for (const std::uint32_t position : facts.EarlierNaming(table.name)) {
    const std::string_view change =
        ChangeBy(*facts.batch.statements[position].statement, table.name, columns);
    if (!change.empty()) return change;
  }
  for (const EnumConstant& constant :
       EnumConstantsOf(facts.statement, facts.sources.Text(facts.statement.span), facts.before)) {
    if (constant.type == nullptr) continue;
    const auto& values = constant.type->values;
    const auto value = std::ranges::find(values, constant.value, &EnumValue::label);
    if (value != values.end() && value->origin.batch == facts.batch.id) return "added the value";
  }
  return {};
}

}  // namespace hoglint
