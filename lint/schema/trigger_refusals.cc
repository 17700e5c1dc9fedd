// Why PostgreSQL refuses a CREATE TRIGGER, in its order.
#include "lint/schema/trigger_refusals.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/schema/builtins.h"
#include "lint/schema/refusals.h"

namespace hoglint::apply {
namespace {

// Of pg_proc, with result type trigger: not in the table of functions that expressions call.
constexpr std::array<std::string_view, 3> kTriggerFunctions = {"suppress_redundant_updates_trigger",
                                                               "tsvector_update_trigger",
                                                               "tsvector_update_trigger_column"};

bool Fires(const CreateTrigger& create, std::string_view event) {
  return std::ranges::count(create.events, event) > 0;
}

// One refusal, which the table's definition is to be shown beside.
bool Refuse(Context& context, const Relation& table, std::string_view sqlstate, std::string message,
            const Span& span) {
  context.Conflict(ConflictKind::kWrongKind, sqlstate, std::move(message), span).other =
      table.origin.span;
  return true;
}

bool IsKindWrong(Context& context, const Relation& table, const CreateTrigger& create) {
  const bool instead = create.timing == "instead of";
  const Span& span = create.table.span;
  const std::string name = Quoted(table.name.name);
  const bool truncate = Fires(create, "truncate");
  if (table.kind == RelationKind::kMaterializedView) {
    return Refuse(context, table, "42809", "relation " + name + " cannot have triggers", span);
  }
  if (instead && !table.assumed && IsTable(table.kind)) {
    const bool foreign = table.kind == RelationKind::kForeignTable;
    return Refuse(context, table, "42809", name + (foreign ? " is a foreign table" : " is a table"),
                  span);
  }
  const bool wrong = truncate || (create.row && !instead);
  if (wrong && !table.assumed && table.kind == RelationKind::kView) {
    return Refuse(context, table, "42809", name + " is a view", span);
  }
  if (create.row && truncate) {
    return Refuse(context, table, "0A000", "TRUNCATE FOR EACH ROW triggers are not supported", {});
  }
  if (!instead) return false;
  const std::string_view lack = !create.row                      ? "must be FOR EACH ROW"
                                : create.when                    ? "cannot have WHEN conditions"
                                : !create.update_columns.empty() ? "cannot have column lists"
                                                                 : "";
  return !lack.empty() &&
         Refuse(context, table, "0A000", "INSTEAD OF triggers " + std::string(lack), {});
}

// new and old, alone or before a column.
bool IsRow(const ColumnReference& reference, std::string_view row) {
  return reference.qualifier == row || (reference.qualifier.empty() && reference.column == row);
}

bool IsNewOrOld(const ColumnReference& reference) {
  return IsRow(reference, "new") || IsRow(reference, "old");
}

bool IsWholeRow(const ColumnReference& reference) {
  return reference.qualifier.empty() || reference.column == "*";
}

// new.f is also a way to write f(new).
bool MayBeCall(const Context& context, const std::string& name) {
  return BuiltinVolatility(name).has_value() ||
         !context.catalogue.FindFunctions(ObjectName{"", name, {}}).empty();
}

bool IsMissing(Context& context, std::string what, const Span& span) {
  context.Conflict(ConflictKind::kMissing, "42703", "column " + std::move(what) + " does not exist",
                   span);
  return true;
}

// The reference means no column, or more than one: without new or old before it, it means both.
bool IsReferenceWrong(Context& context, const Relation& table, const ColumnReference& reference) {
  const std::string& column = reference.column;
  const std::string& qualifier = reference.qualifier;
  if (IsSystemColumn(column) || column == "*") return false;
  const bool known = table.FindColumn(column) != nullptr;
  if (IsNewOrOld(reference)) {
    if (known || qualifier.empty() || MayBeCall(context, column)) return false;
    return IsMissing(context, qualifier + "." + column, reference.span);
  }
  if (qualifier == table.name.name) {
    return Refuse(context, table, "42P01",
                  "invalid reference to FROM-clause entry for table " + Quoted(qualifier),
                  reference.span);
  }
  if (!qualifier.empty()) return false;
  if (!known) return IsMissing(context, Quoted(column), reference.span);
  return Refuse(context, table, "42702", "column reference " + Quoted(column) + " is ambiguous",
                reference.span);
}

bool HasStoredColumn(const Relation& table) {
  return std::ranges::count(table.columns, Generated::kStored, &Column::generated) > 0;
}

// What the row is not yet or never is when the trigger fires; empty when all is there.
std::string_view MissingValue(const Relation& table, const CreateTrigger& create,
                              const ColumnReference& reference) {
  if (!create.row) return "statement trigger's WHEN condition cannot reference column values";
  if (IsRow(reference, "old")) {
    return Fires(create, "insert") ? "INSERT trigger's WHEN condition cannot reference OLD values"
                                   : "";
  }
  if (Fires(create, "delete")) return "DELETE trigger's WHEN condition cannot reference NEW values";
  if (create.timing != "before") return "";
  const Column* column = table.FindColumn(reference.column);
  const bool stored = IsWholeRow(reference)
                          ? HasStoredColumn(table)
                          : column != nullptr && column->generated == Generated::kStored;
  return stored ? "BEFORE trigger's WHEN condition cannot reference NEW generated columns" : "";
}

bool IsConditionWrong(Context& context, const Relation& table, const CreateTrigger& create) {
  const Expression& when = *create.when;
  if (!when.relations.empty()) {
    return Refuse(context, table, "0A000", "cannot use subquery in trigger WHEN condition",
                  when.span);
  }
  for (const ColumnReference& reference : when.columns) {
    if (table.columns_unknown) break;
    if (IsReferenceWrong(context, table, reference)) return true;
  }
  for (const ColumnReference& reference : when.columns) {
    if (!IsNewOrOld(reference)) continue;
    const std::string_view missing = MissingValue(table, create, reference);
    if (missing.empty()) continue;
    return Refuse(context, table, "42P17", std::string(missing), reference.span);
  }
  return false;
}

bool IsFunctionWrong(Context& context, const CreateTrigger& create) {
  const std::string& schema = create.function.schema;
  if (!schema.empty() && !context.catalogue.HasSchema(schema)) return false;
  const std::string& name = create.function.name;
  if (IsSystemSchema(schema) || BuiltinVolatility(name).has_value()) return false;
  if (std::ranges::count(kTriggerFunctions, name) > 0) return false;
  const std::vector<const Function*> named = context.catalogue.FindFunctions(create.function);
  const auto found = std::ranges::find_if(
      named, [](const Function* function) { return function->argument_types.empty(); });
  if (found == named.end()) {
    context.Conflict(ConflictKind::kMissing, "42883",
                     "function " + Written(create.function) + "() does not exist",
                     create.function.span, /*certain=*/false);
    return false;
  }
  const Function& function = **found;
  if (function.returns.empty() || function.returns == "trigger") return false;
  context
      .Conflict(ConflictKind::kWrongKind, "42P17",
                "function " + Written(create.function) + " must return type trigger",
                create.function.span)
      .other = function.origin.span;
  return true;
}

}  // namespace

bool IsTriggerRefused(Context& context, const Relation& table, const CreateTrigger& create) {
  return IsKindWrong(context, table, create) ||
         (create.when && IsConditionWrong(context, table, create)) ||
         IsFunctionWrong(context, create);
}

bool IsUpdateColumnWrong(Context& context, const Relation& table, const CreateTrigger& create) {
  if (table.columns_unknown) return false;
  const std::vector<std::string>& columns = create.update_columns;
  for (auto column = columns.begin(); column != columns.end(); ++column) {
    if (table.FindColumn(*column) == nullptr) {
      return IsMissing(context, Quoted(*column) + " of relation " + Quoted(table.name.name), {});
    }
    if (std::count(columns.begin(), column, *column) == 0) continue;
    context.Conflict(ConflictKind::kDuplicate, "42701",
                     "column " + Quoted(*column) + " specified more than once", {});
    return true;
  }
  return false;
}

}  // namespace hoglint::apply
