#include "lint/schema/index_refusals.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hoglint::apply {
namespace {

// Of the methods other than btree, which has all three; the same from 14 to 18
// (pg_indexam_has_property; will_fail_cases.sql).
struct Method {
  std::string_view name;
  bool include;
  bool several_columns;
};
constexpr std::array kMethods = {
    Method{"brin", false, true},  Method{"gin", false, true},    Method{"gist", true, true},
    Method{"hash", false, false}, Method{"spgist", true, false},
};

// Types with no default operator class for gin and gist in pg_opclass of 14 to 18. No arrays:
// gin has one for all of them.
constexpr std::array<std::string_view, 17> kPlainTypes = {
    "bool", "int2", "int4",   "int8", "float4",    "float8",      "numeric", "text", "varchar",
    "uuid", "date", "bpchar", "time", "timestamp", "timestamptz", "bytea",   "json"};

bool IsPlain(const Column& column) {
  const TypeName& type = column.type_name;
  if (type.array_dimensions > 0) return false;
  if (!type.schema.empty() && type.schema != "pg_catalog") return false;
  return std::ranges::count(kPlainTypes, type.name) > 0;
}

}  // namespace

bool IsBeyondMethod(Context& context, const CreateIndex& create) {
  const auto* method = std::ranges::find(kMethods, create.access_method, &Method::name);
  if (method == kMethods.end()) return false;
  const auto refuse = [&](std::string_view what) {
    context.Conflict(
        ConflictKind::kWrongKind, "0A000",
        "access method " + Quoted(method->name) + " does not support " + std::string(what),
        create.table.span);
    return true;
  };
  if (create.unique) return refuse("unique indexes");
  if (!create.including.empty() && !method->include) return refuse("included columns");
  if (create.elements.size() > 1 && !method->several_columns) return refuse("multicolumn indexes");
  return false;
}

bool LacksOperatorClass(Context& context, const Relation& table, const std::string& method,
                        const std::vector<IndexElement>& elements, const Span& span) {
  if (method != "gin" && method != "gist") return false;
  if (context.catalogue.extensions().contains("btree_" + method)) return false;
  for (const IndexElement& element : elements) {
    const Column* column = table.FindColumn(element.column);
    if (column == nullptr || !element.operator_class.empty() || !IsPlain(*column)) continue;
    TypeName printed = column->type_name;
    printed.modifiers.clear();
    context
        .Conflict(ConflictKind::kNoOperatorClass, "42704",
                  "data type " + FormatType(printed) +
                      " has no default operator class for access method " + Quoted(method),
                  span, /*certain=*/false)
        .other = column->origin.span;
    return true;
  }
  return false;
}

}  // namespace hoglint::apply
