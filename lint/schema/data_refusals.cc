#include "lint/schema/data_refusals.h"

#include <algorithm>

#include "lint/base/ascii.h"
#include "lint/schema/conflict_target.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

bool IsListedTwice(const std::vector<std::string>& columns, std::size_t at) {
  return std::count(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(at),
                    columns[at]) > 0;
}

// A part of it cannot be assigned by itself, as in (a.street, a.city) or doc['x'] = ...
bool IsScalar(const Catalogue& catalogue, const Relation& table, const std::string& column) {
  const Column* found = table.FindColumn(column);
  if (found == nullptr || found->type_name.array_dimensions > 0) return false;
  const std::string_view family = FamilyOf(catalogue, found->type_name);
  return !family.empty();
}

bool HasValueOfItsOwn(const Catalogue& catalogue, const Column& column) {
  const Type* type = catalogue.FindType(column.type_name);
  const bool domain = type != nullptr && type->kind == TypeKind::kDomain && type->has_default;
  return column.default_value || column.identity != Identity::kNone ||
         column.generated != Generated::kNone || domain;
}

// A trigger or a rule may still supply what the statement does not.
bool LacksValue(Context& context, const Relation& table, const Insert& insert) {
  if (insert.columns.empty() || insert.value_rows == 0 || insert.from_query) return false;
  if (!table.triggers.empty() || !table.rules.empty() || !table.children.empty()) return false;
  if (table.columns_unknown) return false;
  for (const Column& column : table.columns) {
    if (!column.not_null || HasValueOfItsOwn(context.catalogue, column)) continue;
    if (std::ranges::count(insert.columns, column.name) > 0) continue;
    context
        .Conflict(ConflictKind::kMissing, "23502",
                  "null value in column " + Quoted(column.name) + " of relation " +
                      Quoted(table.name.name) + " violates not-null constraint",
                  insert.table.span)
        .other = column.origin.span;
    return true;
  }
  return false;
}

bool CountsDiffer(Context& context, const Relation& table, const Insert& insert) {
  if (insert.value_rows == 0 || insert.from_query || !insert.source) return false;
  const std::size_t values = insert.source->outputs.size();
  std::size_t targets = insert.columns.size();
  if (insert.columns.empty()) {
    if (table.columns_unknown || values <= table.columns.size()) return false;
    targets = table.columns.size();
  }
  if (values == targets) return false;
  context.Conflict(ConflictKind::kWrongKind, "42601",
                   values > targets ? "INSERT has more expressions than target columns"
                                    : "INSERT has more target columns than expressions",
                   insert.table.span);
  return true;
}

bool NamesMissingColumn(Context& context, const Relation& table, const std::string& column,
                        const Span& span) {
  if (table.columns_unknown || table.FindColumn(column) != nullptr) return false;
  context.Conflict(
      ConflictKind::kMissing, "42703",
      "column " + Quoted(column) + " of relation " + Quoted(table.name.name) + " does not exist",
      span);
  return true;
}

// (DEFAULT) too.
bool IsDefault(const Expression& value) {
  std::string_view text = value.text;
  while (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  return ToLowerAscii(text) == "default";
}

// PostgreSQL takes no value but DEFAULT for it. It looks before any rule of the table replaces the
// statement.
bool IsAlwaysGenerated(const Column& column) {
  return column.generated != Generated::kNone || column.identity == Identity::kAlways;
}

// What OVERRIDING says is of identity columns alone: their numbers are taken, or passed over.
bool TakesNoValue(const Insert& insert, const Column& column) {
  if (!IsAlwaysGenerated(column)) return false;
  return column.generated != Generated::kNone || insert.overriding == Overriding::kNone;
}

// The column that gets the value at that place.
const Column* TargetAt(const Relation& table, const Insert& insert, std::size_t at) {
  if (!insert.columns.empty()) {
    return at < insert.columns.size() ? table.FindColumn(insert.columns[at]) : nullptr;
  }
  return !table.columns_unknown && at < table.columns.size() ? &table.columns[at] : nullptr;
}

// Of several rows the first speaks for all. What SELECT * gives to which column is not counted.
bool InsertsGenerated(Context& context, const Relation& table, const Insert& insert) {
  if (!insert.source || !IsTable(table.kind)) return false;
  const std::vector<OutputColumn>& values = insert.source->outputs;
  for (std::size_t at = 0; at < values.size() && values[at].name != "*"; ++at) {
    const Column* column = TargetAt(table, insert, at);
    if (column == nullptr || !TakesNoValue(insert, *column) || IsDefault(values[at].value)) {
      continue;
    }
    context
        .Conflict(ConflictKind::kWrongKind, "428C9",
                  "cannot insert a non-DEFAULT value into column " + Quoted(column->name),
                  insert.table.span)
        .other = column->origin.span;
    return true;
  }
  return false;
}

bool UpdatesGenerated(Context& context, const Relation& table, const Update& update) {
  if (update.values.size() != update.columns.size() || !IsTable(table.kind)) return false;
  for (std::size_t at = 0; at < update.columns.size(); ++at) {
    const Column* column = table.FindColumn(update.columns[at]);
    if (column == nullptr || IsDefault(update.values[at]) || !IsAlwaysGenerated(*column)) continue;
    context
        .Conflict(ConflictKind::kWrongKind, "428C9",
                  "column " + Quoted(column->name) + " can only be updated to DEFAULT",
                  update.table.span)
        .other = column->origin.span;
    return true;
  }
  return false;
}

// What SET names, of UPDATE or of ON CONFLICT DO UPDATE.
bool AssignsWrongly(Context& context, const Relation& table,
                    const std::vector<std::string>& columns, const Span& span) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const std::string& column = columns[at];
    if (NamesMissingColumn(context, table, column, span)) return true;
    if (!IsListedTwice(columns, at)) continue;
    if (!IsScalar(context.catalogue, table, column)) return false;
    context.Conflict(ConflictKind::kDuplicate, "42601",
                     "multiple assignments to same column " + Quoted(column), span);
    return true;
  }
  return false;
}

// In the order in which PostgreSQL comes to them.
bool IsValueRefused(Context& context, const Relation& table, const Insert& insert) {
  if (CountsDiffer(context, table, insert)) return true;
  if (!insert.on_conflict) return InsertsGenerated(context, table, insert);
  return NamesMissingTarget(context, table, insert) ||
         AssignsWrongly(context, table, insert.on_conflict->updated, insert.table.span) ||
         InsertsGenerated(context, table, insert) || LacksArbiter(context, table, insert);
}

}  // namespace

bool IsInsertRefused(Context& context, const Relation& table, const Insert& insert) {
  for (std::size_t at = 0; at < insert.columns.size(); ++at) {
    const std::string& column = insert.columns[at];
    if (NamesMissingColumn(context, table, column, insert.table.span)) return true;
    if (!IsListedTwice(insert.columns, at)) continue;
    if (!IsScalar(context.catalogue, table, column)) return false;
    context.Conflict(ConflictKind::kDuplicate, "42701",
                     "column " + Quoted(column) + " specified more than once", insert.table.span);
    return true;
  }
  if (IsValueRefused(context, table, insert)) return true;
  return IsTable(table.kind) && LacksValue(context, table, insert);
}

bool IsUpdateRefused(Context& context, const Relation& table, const Update& update) {
  return AssignsWrongly(context, table, update.columns, update.table.span) ||
         UpdatesGenerated(context, table, update);
}

}  // namespace hoglint::apply
