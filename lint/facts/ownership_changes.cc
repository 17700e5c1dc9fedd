// AddChanges: statements that rename, move, drop or fill what may be an owner's.
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "lint/facts/touch_list.h"

namespace hoglint {
namespace {

class Changes {
 public:
  explicit Changes(TouchList& list) : list_(list), facts_(list.facts()) {}

  void Look(const AlterEnum& alter) {
    const Type* type = list_.OwnedType(alter.type);
    if (type == nullptr) return;
    const bool renames = !alter.rename_to.empty();
    Touch& touch = list_.Add(TouchKind::kChanged, alter.value_span, type->name, "enum");
    touch.what = fmt::format("{} value '{}' {} enum {}", renames ? "renames" : "adds", alter.value,
                             renames ? "of" : "to", touch.subject);
    touch.subject += "." + alter.value;
  }

  void Look(const AlterDomain& alter) {
    const Type* type = list_.OwnedType(alter.domain);
    if (type == nullptr) return;
    Touch& touch = list_.Add(TouchKind::kChanged, alter.domain.span, type->name, "domain");
    touch.what = "alters domain " + touch.subject;
  }

  void Look(const Rename& rename) {
    const std::string to = QuoteIdentifier(rename.new_name);
    if (rename.object.parent) {
      RenamePart(rename, to);
      return;
    }
    if (list_.AddLedger(rename.object.name, "renames")) return;
    if (const Relation* owned = list_.Owned(rename.object.name)) {
      list_.AddToTable(
          TouchKind::kChanged, rename.object.name.span, *owned,
          fmt::format("renames {} {} to {}", ThingOf(*owned), DisplayName(owned->name), to));
      return;
    }
    if (const Type* type = list_.OwnedType(rename.object.name)) {
      list_.Add(TouchKind::kChanged, rename.object.name.span, type->name, ThingOf(*type)).what =
          fmt::format("renames {} {} to {}", ThingOf(*type), DisplayName(type->name), to);
      return;
    }
    const bool relation = rename.kind == ObjectKind::kTable || rename.kind == ObjectKind::kView ||
                          rename.kind == ObjectKind::kMaterializedView ||
                          rename.kind == ObjectKind::kIndex || rename.kind == ObjectKind::kSequence;
    const bool type = rename.kind == ObjectKind::kType || rename.kind == ObjectKind::kDomain;
    if (!relation && !type) return;
    const QualifiedName from = facts_.before.ResolveExisting(rename.object.name);
    list_.AddTakenName({from.schema, rename.new_name}, rename.new_name_span,
                       fmt::format("renames {} to {}", DisplayName(from), to), type);
  }

  void Look(const SetSchema& set) {
    if (list_.AddLedger(set.object.name, "moves")) return;
    if (const Relation* owned = list_.Owned(set.object.name)) {
      list_.Add(TouchKind::kChanged, set.object.name.span, owned->name, ThingOf(*owned)).what =
          fmt::format("moves {} {} to schema {}", ThingOf(*owned), DisplayName(owned->name),
                      QuoteIdentifier(set.new_schema));
    } else if (const Type* type = list_.OwnedType(set.object.name)) {
      list_.Add(TouchKind::kChanged, set.object.name.span, type->name, ThingOf(*type)).what =
          fmt::format("moves {} {} to schema {}", ThingOf(*type), DisplayName(type->name),
                      QuoteIdentifier(set.new_schema));
    } else if (set.kind == ObjectKind::kTable || set.kind == ObjectKind::kView) {
      const QualifiedName from = facts_.before.ResolveExisting(set.object.name);
      list_.AddTakenName(
          {set.new_schema, from.name}, set.object.name.span,
          fmt::format("moves {} to schema {}", DisplayName(from), QuoteIdentifier(set.new_schema)),
          false);
    }
  }

  void Look(const Drop& drop) {
    for (const ObjectReference& object : drop.objects) {
      if (object.parent) continue;
      if (drop.kind == ObjectKind::kSchema) {
        DropSchema(drop, object);
        continue;
      }
      const bool type = drop.kind == ObjectKind::kType || drop.kind == ObjectKind::kDomain;
      if (!type && list_.AddLedger(object.name, "drops")) continue;
      const Relation* relation = type ? nullptr : DroppedRelation(drop, object);
      const Type* owned_type = type ? list_.OwnedType(object.name) : nullptr;
      if (relation != nullptr) {
        list_.AddToTable(
            TouchKind::kChanged, object.name.span, *relation,
            fmt::format("drops {} {}", ThingOf(*relation), DisplayName(relation->name)));
      } else if (owned_type != nullptr) {
        list_.Add(TouchKind::kChanged, object.name.span, owned_type->name, ThingOf(*owned_type))
            .what = fmt::format("drops {} {}", ThingOf(*owned_type), DisplayName(owned_type->name));
      }
    }
  }

  void Look(const Truncate& truncate) { WriteAll(truncate.tables, "empties"); }
  void Look(const Insert& insert) {
    // Into storage.buckets, as Supabase says to: what is there stays as it is.
    const Relation* table = list_.Owned(insert.table);
    if (table == nullptr || !list_.IsOfOwnedSchema(*table)) {
      Write(insert.table, "inserts rows into");
    }
    WriteAll(insert.writes, "writes to");
  }
  void Look(const Update& update) {
    Write(update.table, "updates rows of");
    WriteAll(update.writes, "writes to");
  }
  void Look(const Delete& remove) {
    Write(remove.table, "deletes rows of");
    WriteAll(remove.writes, "writes to");
  }
  void Look(const Select& select) { WriteAll(select.query.writes, "writes to"); }
  void Look(const Merge& merge) { Write(merge.table, "writes to"); }
  void Look(const Copy& copy) {
    if (copy.table && copy.from) Write(*copy.table, "copies rows into");
  }
  template <typename Other>
  void Look(const Other&) {}

 private:
  void RenamePart(const Rename& rename, const std::string& to) {
    const Relation* table = list_.Owned(*rename.object.parent);
    const Type* type = table == nullptr ? list_.OwnedType(*rename.object.parent) : nullptr;
    const std::string& part = rename.object.name.name;
    if (table != nullptr) {
      if (rename.kind == ObjectKind::kColumn ? !list_.OwnsColumn(*table, part)
                                             : !list_.OwnsConstraint(*table, part)) {
        return;
      }
      list_
          .AddToTable(TouchKind::kChanged, rename.object.name.span, *table,
                      fmt::format("renames {} of {} to {}", QuoteIdentifier(part),
                                  DisplayName(table->name), to))
          .subject += "." + part;
    } else if (type != nullptr) {
      Touch& touch =
          list_.Add(TouchKind::kChanged, rename.object.name.span, type->name, ThingOf(*type));
      touch.what = fmt::format("renames '{}' of {} to '{}'", part, touch.subject, rename.new_name);
      touch.subject += "." + part;
    }
  }

  [[nodiscard]] const Relation* DroppedRelation(const Drop& drop,
                                                const ObjectReference& object) const {
    switch (drop.kind) {
      case ObjectKind::kTable:
      case ObjectKind::kView:
      case ObjectKind::kMaterializedView:
      case ObjectKind::kIndex:
      case ObjectKind::kSequence:
        return list_.Owned(object.name);
      default:
        return nullptr;
    }
  }

  void DropSchema(const Drop& drop, const ObjectReference& object) {
    const std::string& schema = object.name.name;
    for (const QualifiedName& ledger : LedgersOf(list_.ownership())) {
      if (schema != ledger.schema || !drop.cascade) continue;
      list_.AddLedger(ledger, object.name.span, "drops the schema of");
      return;
    }
    const auto owned =
        std::ranges::count_if(list_.ownership().catalogue.relation_names(),
                              [&](const auto& each) { return each.first.schema == schema; });
    const bool all = OwnsSchema(list_.ownership(), schema);
    if (!all && (owned == 0 || !drop.cascade)) return;
    list_.Add(TouchKind::kChanged, object.name.span, {{}, schema}, "schema").what =
        "drops schema " + QuoteIdentifier(schema);
  }

  void Write(const ObjectName& table, std::string_view verb) {
    if (list_.AddLedger(table, verb)) return;
    const Relation* owned = list_.Owned(table);
    if (owned == nullptr) return;
    list_
        .AddToTable(TouchKind::kChanged, table.span, *owned,
                    fmt::format("{} {}", verb, DisplayName(owned->name)))
        .writes = true;
  }

  void WriteAll(const std::vector<ObjectName>& tables, std::string_view verb) {
    for (const ObjectName& table : tables) Write(table, verb);
  }

  TouchList& list_;
  const StatementFacts& facts_;
};

}  // namespace

void AddChanges(const Statement& statement, TouchList& list) {
  Changes changes(list);
  std::visit([&changes](const auto& body) { changes.Look(body); }, statement.body);
}

}  // namespace hoglint
