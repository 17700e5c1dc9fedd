#include "lint/facts/touch_list.h"

#include <fmt/format.h>

#include <algorithm>

namespace hoglint {
namespace {

constexpr std::string_view kDuplicateRelation = "42P07";
constexpr std::string_view kDuplicateObject = "42710";

}  // namespace

std::string_view ThingOf(const Relation& relation) {
  switch (relation.kind) {
    case RelationKind::kView:
      return "view";
    case RelationKind::kMaterializedView:
      return "materialized view";
    case RelationKind::kIndex:
    case RelationKind::kPartitionedIndex:
      return "index";
    case RelationKind::kSequence:
      return "sequence";
    default:
      return "table";
  }
}

std::string_view ThingOf(const Type& type) {
  switch (type.kind) {
    case TypeKind::kEnum:
      return "enum";
    case TypeKind::kDomain:
      return "domain";
    default:
      return "type";
  }
}

const Relation* TouchList::Owned(const ObjectName& name) const {
  const Relation* known = facts_.before.Find(name);
  if (known != nullptr && known->origin.batch != BatchId::kBeforeHistory) return nullptr;
  const QualifiedName key = facts_.before.ResolveExisting(name);
  const Relation* owned = owned_.Find(key);
  if (owned != nullptr || !OwnsSchema(ownership(), key.schema)) return owned;
  Relation& assumed = assumed_[key];
  assumed.name = key;
  assumed.assumed = true;
  assumed.columns_unknown = true;
  return &assumed;
}

bool TouchList::IsOfOwnedSchema(const Relation& table) const {
  return assumed_.contains(table.name);
}

const Type* TouchList::OwnedType(const ObjectName& name) const {
  const Type* type = facts_.before.FindType(name);
  if (type == nullptr || type->origin.batch != BatchId::kBeforeHistory) return nullptr;
  const auto found = owned_.types().find(type->name);
  return found == owned_.types().end() ? nullptr : &found->second;
}

bool TouchList::OwnsColumn(const Relation& table, std::string_view column) const {
  const Relation* now = facts_.before.Find(table.name);
  const Column* known = now == nullptr ? nullptr : now->FindColumn(column);
  return known == nullptr || known->origin.batch == BatchId::kBeforeHistory;
}

bool TouchList::OwnsConstraint(const Relation& table, std::string_view constraint) const {
  const Relation* now = facts_.before.Find(table.name);
  const Constraint* known = now == nullptr ? nullptr : now->FindConstraint(constraint);
  return known == nullptr || known->origin.batch == BatchId::kBeforeHistory;
}

bool TouchList::IsRedefined(const Relation& table) const {
  return std::ranges::any_of(facts_.EarlierNaming(table.name.name), [&](std::uint32_t position) {
    const Statement& earlier = *facts_.batch.statements[position].statement;
    const auto* create = As<CreateTable>(earlier);
    return create != nullptr && facts_.before.Resolve(create->table) == table.name;
  });
}

Touch& TouchList::Add(TouchKind kind, Span span, const QualifiedName& object,
                      std::string_view thing) {
  Touch& touch = touches_.emplace_back();
  touch.kind = kind;
  touch.span = span.begin == span.end ? facts_.statement.span : span;
  touch.object = object;
  touch.thing = thing;
  touch.subject = DisplayName(object);
  touch.group = touch.subject;
  return touch;
}

Touch& TouchList::AddRedefined(Span span, const QualifiedName& object, std::string_view thing,
                               std::string what, std::string_view sqlstate, bool if_not_exists) {
  Touch& touch = Add(TouchKind::kRedefined, span, object, thing);
  touch.what = std::move(what);
  touch.sqlstate = sqlstate;
  const auto& handled = facts_.statement.nesting.handled_errors;
  touch.skipped = if_not_exists || !handled.empty();
  return touch;
}

Touch& TouchList::AddToTable(TouchKind kind, Span span, const Relation& table, std::string what) {
  const bool redefined = IsRedefined(table);
  Touch& touch = Add(redefined ? TouchKind::kRedefined : kind, span, table.name, ThingOf(table));
  touch.what = std::move(what);
  if (redefined) touch.skipped = true;
  return touch;
}

Touch* TouchList::AddNewName(const ObjectName& name, Span span, std::string_view thing,
                             bool is_type, bool if_not_exists) {
  const QualifiedName key = facts_.before.Resolve(name);
  if (const Relation* relation = owned_.Find(key)) {
    if (is_type && relation->kind == RelationKind::kIndex) return nullptr;  // no row type
    if (is_type && relation->kind == RelationKind::kSequence) return nullptr;
    Touch& touch = AddRedefined(span, key, ThingOf(*relation),
                                fmt::format("creates {} {}", thing, DisplayName(key)),
                                is_type ? kDuplicateObject : kDuplicateRelation, if_not_exists);
    // An index belongs to what is said of its table.
    const Relation* table = relation->index ? owned_.Get(relation->index->table) : nullptr;
    if (table != nullptr) touch.group = DisplayName(table->name);
    return &touch;
  }
  const auto type = owned_.types().find(key);
  // Indexes and sequences have no row type that could collide.
  const bool has_type = is_type || thing == "table" || thing.ends_with("view");
  if (type == owned_.types().end() && OwnsSchema(ownership(), key.schema) && thing != "index" &&
      thing != "constraint") {
    Touch& touch = Add(TouchKind::kChanged, span, key, "schema");
    touch.what = fmt::format("creates {} {}", thing, DisplayName(key));
    return &touch;
  }
  if (type == owned_.types().end() || !has_type) return nullptr;
  return &AddRedefined(span, key, ThingOf(type->second),
                       fmt::format("creates {} {}", thing, DisplayName(key)), kDuplicateObject,
                       /*if_not_exists=*/false);
}

void TouchList::AddTakenName(const QualifiedName& name, Span span, std::string what, bool is_type) {
  if (const Relation* relation = owned_.Find(name)) {
    AddRedefined(span, name, ThingOf(*relation), std::move(what),
                 is_type ? kDuplicateObject : kDuplicateRelation, false);
  } else if (const auto type = owned_.types().find(name); type != owned_.types().end()) {
    AddRedefined(span, name, ThingOf(type->second), std::move(what), kDuplicateObject, false);
  }
}

bool TouchList::AddLedger(const ObjectName& name, std::string_view verb) {
  const QualifiedName key = facts_.before.ResolveExisting(name);
  const std::vector<QualifiedName> ledgers = LedgersOf(ownership());
  if (std::ranges::find(ledgers, key) == ledgers.end()) return false;
  AddLedger(key, name.span, verb);
  return true;
}

void TouchList::AddLedger(const QualifiedName& ledger, Span span, std::string_view verb) {
  Add(TouchKind::kLedger, span, ledger, "table").what =
      fmt::format("{} {}", verb, DisplayName(ledger));
}

}  // namespace hoglint
