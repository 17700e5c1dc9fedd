#include "lint/schema/index_refusals.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "lint/schema/constraints.h"

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

// Types that no order and no equality is defined for: none for btree and hash either.
constexpr std::array<std::string_view, 3> kWithoutOrder = {"json", "xml", "point"};

bool IsOneOf(std::span<const std::string_view> types, const Column& column) {
  const TypeName& type = column.type_name;
  if (type.array_dimensions > 0) return false;
  if (!type.schema.empty() && type.schema != "pg_catalog") return false;
  return std::ranges::count(types, type.name) > 0;
}

// Why the index cannot stand behind a key, in PostgreSQL's order (transformIndexConstraint); empty
// when nothing is against it. Operator classes and collations are not compared with the default.
std::string ReasonAgainst(const Relation& index) {
  const IndexDetails& details = *index.index;
  const std::string name = Quoted(index.name.name);
  if (!details.unique) return name + " is not a unique index";
  for (const IndexElement& element : details.elements) {
    if (element.expression) return "index " + name + " contains expressions";
  }
  if (details.where) return name + " is a partial index";
  for (std::size_t at = 0; at < details.elements.size(); ++at) {
    const IndexElement& element = details.elements[at];
    if (!element.descending && !element.nulls_first.value_or(false)) continue;
    return "index " + name + " column number " + std::to_string(at + 1) +
           " does not have default sorting behavior";
  }
  return {};
}

// Of columns alone, and of every row.
bool TellsRowsApart(const IndexDetails& index) {
  return index.unique && !index.where &&
         std::ranges::none_of(index.elements,
                              [](const IndexElement& element) { return element.column.empty(); });
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

bool IsOverVirtualColumn(Context& context, const Relation& table, const IndexDetails& index,
                         const Span& span) {
  const auto is_virtual = [&](const std::string& name) {
    const Column* column = table.FindColumn(name);
    return column != nullptr && column->generated == Generated::kVirtual;
  };
  const auto names_one = [&](const Boxed<Expression>& expression) {
    return expression &&
           std::ranges::any_of(expression->columns, is_virtual, &ColumnReference::column);
  };
  const bool over = std::ranges::any_of(index.including, is_virtual) || names_one(index.where) ||
                    std::ranges::any_of(index.elements, [&](const IndexElement& element) {
                      return is_virtual(element.column) || names_one(element.expression);
                    });
  if (!over) return false;
  const std::string what = index.primary         ? "primary keys"
                           : index.of_constraint ? "unique constraints"
                                                 : "indexes";
  context.Conflict(ConflictKind::kWrongKind, "0A000",
                   what + " on virtual generated columns are not supported", span);
  return true;
}

bool LacksOperatorClass(Context& context, const Relation& table, const std::string& method,
                        const std::vector<IndexElement>& elements, const Span& span) {
  const bool ordering = method == "btree" || method == "hash";
  if (!ordering && method != "gin" && method != "gist") return false;
  if (context.catalogue.extensions().contains("btree_" + method)) return false;
  const std::span<const std::string_view> lacking =
      ordering ? std::span<const std::string_view>(kWithoutOrder) : kPlainTypes;
  for (const IndexElement& element : elements) {
    const Column* column = table.FindColumn(element.column);
    if (column == nullptr || !element.operator_class.empty() || !IsOneOf(lacking, *column)) {
      continue;
    }
    TypeName printed = column->type_name;
    printed.modifiers.clear();
    context
        .Conflict(ordering ? ConflictKind::kWrongKind : ConflictKind::kNoOperatorClass, "42704",
                  "data type " + FormatType(printed) +
                      " has no default operator class for access method " + Quoted(method),
                  span, /*certain=*/ordering)
        .other = column->origin.span;
    return true;
  }
  return false;
}

bool CannotServe(Context& context, RelationId table, const Relation& index, const Span& span) {
  const Relation& on = *context.catalogue.Get(table);
  const auto refuse = [&](std::string_view sqlstate, std::string message) {
    context.Conflict(ConflictKind::kWrongKind, sqlstate, std::move(message), span).other =
        index.origin.span;
    return true;
  };
  if (index.index->table != table) {
    return refuse("55000", "index " + Quoted(index.name.name) + " does not belong to table " +
                               Quoted(on.name.name));
  }
  std::string reason = ReasonAgainst(index);
  if (!reason.empty()) return refuse("42809", std::move(reason));
  if (on.kind != RelationKind::kPartitionedTable) return false;
  return refuse("0A000",
                "ALTER TABLE / ADD CONSTRAINT USING INDEX is not supported on partitioned tables");
}

bool CannotIdentify(Context& context, const Relation& table, const std::string& index,
                    const Span& span) {
  const auto found = std::ranges::find_if(
      table.indexes, [&](RelationId id) { return context.catalogue.Get(id)->name.name == index; });
  if (found == table.indexes.end()) return false;
  const Relation& own = *context.catalogue.Get(*found);
  const auto refuse = [&](std::string_view sqlstate, std::string message) {
    context.Conflict(ConflictKind::kWrongKind, sqlstate, std::move(message), span).other =
        own.origin.span;
    return true;
  };
  const auto refuse_kind = [&](std::string_view sqlstate, std::string_view kind) {
    return refuse(sqlstate, "cannot use " + std::string(kind) + " index " + Quoted(index) +
                                " as replica identity");
  };
  if (!own.index->unique) return refuse_kind("42809", "non-unique");
  const Constraint* constraint = ConstraintOfIndex(context.catalogue, own);
  if (constraint != nullptr && constraint->deferrable) {
    return refuse_kind("0A000", "non-immediate");
  }
  const auto& elements = own.index->elements;
  if (std::ranges::any_of(elements, [](const auto& each) { return each.expression.has_value(); })) {
    return refuse_kind("0A000", "expression");
  }
  if (own.index->where) return refuse_kind("0A000", "partial");
  for (const IndexElement& element : elements) {
    const Column* column = table.FindColumn(element.column);
    if (column == nullptr || column->not_null) continue;
    return refuse("42809", "index " + Quoted(index) +
                               " cannot be used as replica identity because column " +
                               Quoted(column->name) + " is nullable");
  }
  return false;
}

bool LacksUniqueIndex(Context& context, const Relation& view, const Span& span) {
  if (view.assumed || view.kind != RelationKind::kMaterializedView) return false;
  const bool has = std::ranges::any_of(view.indexes, [&](RelationId id) {
    return TellsRowsApart(*context.catalogue.Get(id)->index);
  });
  if (has) return false;
  context
      .Conflict(ConflictKind::kWrongKind, "55000",
                "cannot refresh materialized view " +
                    Quoted(view.name.schema + "." + view.name.name) + " concurrently",
                span)
      .other = view.origin.span;
  return true;
}

}  // namespace hoglint::apply
