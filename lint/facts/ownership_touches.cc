// TouchesOf: what one statement does to the objects of an owner.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "lint/facts/ownership.h"

namespace hoglint {
namespace {

constexpr std::string_view kDuplicateRelation = "42P07";
constexpr std::string_view kDuplicateObject = "42710";
constexpr std::string_view kDuplicateColumn = "42701";

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

class Toucher {
 public:
  explicit Toucher(const StatementFacts& facts)
      : facts_(facts), owned_(facts.track.ownership->catalogue) {}

  std::vector<Touch> Collect() && {
    std::visit([this](const auto& body) { Look(body); }, facts_.statement.body);
    return std::move(touches_);
  }

 private:
  // --- what is whose -------------------------------------------------------------------------

  // The owner's relation that the name means; null when it is none of its.
  [[nodiscard]] const Relation* Owned(const ObjectName& name) const {
    const Relation* known = facts_.before.Find(name);
    if (known != nullptr && known->origin.batch != BatchId::kBeforeHistory) return nullptr;
    return owned_.Find(facts_.before.ResolveExisting(name));
  }
  [[nodiscard]] const Type* OwnedType(const ObjectName& name) const {
    const Type* type = facts_.before.FindType(name);
    if (type == nullptr || type->origin.batch != BatchId::kBeforeHistory) return nullptr;
    const auto found = owned_.types().find(type->name);
    return found == owned_.types().end() ? nullptr : &found->second;
  }
  [[nodiscard]] const Type* OwnedType(const TypeName& type) const {
    return OwnedType(ObjectName{type.schema, type.name, type.span});
  }
  // False for a column that the track itself has added to the owner's table.
  [[nodiscard]] bool OwnsColumn(const Relation& table, std::string_view column) const {
    const Relation* now = facts_.before.Find(table.name);
    const Column* known = now == nullptr ? nullptr : now->FindColumn(column);
    return known == nullptr || known->origin.batch == BatchId::kBeforeHistory;
  }
  [[nodiscard]] bool OwnsConstraint(const Relation& table, std::string_view constraint) const {
    const Relation* now = facts_.before.Find(table.name);
    const Constraint* known = now == nullptr ? nullptr : now->FindConstraint(constraint);
    return known == nullptr || known->origin.batch == BatchId::kBeforeHistory;
  }
  [[nodiscard]] bool IsLedger(const ObjectName& name) const {
    return facts_.before.ResolveExisting(name) == facts_.track.ownership->ledger;
  }

  // True when an earlier statement of the batch creates the owner's table once more: the track
  // takes the table for its own.
  [[nodiscard]] bool IsRedefined(const Relation& table) const {
    return std::ranges::any_of(facts_.EarlierNaming(table.name.name), [&](std::uint32_t position) {
      const Statement& earlier = *facts_.batch.statements[position].statement;
      const auto* create = As<CreateTable>(earlier);
      return create != nullptr && facts_.before.Resolve(create->table) == table.name;
    });
  }

  // --- what is found -------------------------------------------------------------------------

  Touch& Add(TouchKind kind, Span span, const QualifiedName& object, std::string_view thing) {
    Touch& touch = touches_.emplace_back();
    touch.kind = kind;
    touch.span = span.begin == span.end ? facts_.statement.span : span;
    touch.object = object;
    touch.thing = thing;
    touch.subject = DisplayName(object);
    touch.group = touch.subject;
    return touch;
  }

  Touch& AddRedefined(Span span, const QualifiedName& object, std::string_view thing,
                      std::string what, std::string_view sqlstate, bool if_not_exists) {
    Touch& touch = Add(TouchKind::kRedefined, span, object, thing);
    touch.what = std::move(what);
    touch.sqlstate = sqlstate;
    const auto& handled = facts_.statement.nesting.handled_errors;
    touch.skipped = if_not_exists || !handled.empty();
    return touch;
  }

  // A part of the owner's table, unless the whole table is redefined: then it belongs to that.
  Touch& AddToTable(TouchKind kind, Span span, const Relation& table, std::string what) {
    const bool redefined = IsRedefined(table);
    Touch& touch = Add(redefined ? TouchKind::kRedefined : kind, span, table.name, ThingOf(table));
    touch.what = std::move(what);
    if (redefined) touch.skipped = true;
    return touch;
  }

  // --- creating ------------------------------------------------------------------------------

  // A new relation or type: both share their names. True when the name is the owner's.
  bool NewName(const ObjectName& name, Span span, std::string_view thing, bool is_type,
               bool if_not_exists) {
    const QualifiedName key = facts_.before.Resolve(name);
    if (const Relation* relation = owned_.Find(key)) {
      if (is_type && relation->kind == RelationKind::kIndex) return false;  // no row type
      if (is_type && relation->kind == RelationKind::kSequence) return false;
      Touch& touch = AddRedefined(span, key, ThingOf(*relation),
                                  fmt::format("creates {} {}", thing, DisplayName(key)),
                                  is_type ? kDuplicateObject : kDuplicateRelation, if_not_exists);
      if (relation->index) SetGroup(touch, relation->index->table);
      return true;
    }
    const auto type = owned_.types().find(key);
    // Indexes and sequences have no row type that could collide.
    const bool has_type = is_type || thing == "table" || thing.ends_with("view");
    if (type == owned_.types().end() || !has_type) return false;
    AddRedefined(span, key, ThingOf(type->second),
                 fmt::format("creates {} {}", thing, DisplayName(key)), kDuplicateObject,
                 /*if_not_exists=*/false);
    return true;
  }

  void SetGroup(Touch& touch, RelationId table) {
    const Relation* relation = owned_.Get(table);
    if (relation != nullptr) touch.group = DisplayName(relation->name);
  }

  // The index behind a constraint is a relation too; the others are a table's own.
  bool NewConstraint(const ConstraintDefinition& constraint, const QualifiedName& table) {
    if (constraint.name.empty()) return false;
    const bool has_index = constraint.kind == ConstraintKind::kPrimaryKey ||
                           constraint.kind == ConstraintKind::kUnique ||
                           constraint.kind == ConstraintKind::kExclude;
    if (!has_index || !constraint.using_index.empty()) return false;
    return NewName({table.schema, constraint.name, constraint.name_span}, constraint.name_span,
                   "constraint", false, false);
  }

  void Reference(const ConstraintDefinition& constraint, const std::string& from) {
    if (!constraint.references) return;
    const Relation* target = Owned(constraint.references->table);
    if (target == nullptr) return;
    Touch& touch = Add(TouchKind::kForeignKey, constraint.span, target->name, ThingOf(*target));
    std::vector<std::string> columns;
    for (const std::string& column : constraint.columns) columns.push_back(QuoteIdentifier(column));
    touch.what = fmt::format("foreign key on {}{}{}{} to {}", from, columns.empty() ? "" : " (",
                             fmt::join(columns, ", "), columns.empty() ? "" : ")",
                             DisplayName(target->name));
    touch.foreign_key = &constraint;
    touch.subject = fmt::format("{}({}) to {}", from, fmt::join(columns, ","), touch.subject);
  }

  void UseType(const TypeName& type, Span span, const std::string& table,
               const std::string& column) {
    const Type* owned = OwnedType(type);
    if (owned == nullptr) return;
    Touch& touch = Add(TouchKind::kTypeUsed, span, owned->name, ThingOf(*owned));
    touch.what = fmt::format("column {} of {}", QuoteIdentifier(column), table);
    touch.subject = fmt::format("{}.{}", table, column);
  }

  void OwnColumn(const ColumnDefinition& column, const QualifiedName& table) {
    const std::string shown = DisplayName(table);
    UseType(column.type, column.span, shown, column.name);
    for (const ConstraintDefinition& constraint : column.constraints) {
      NewConstraint(constraint, table);
      Reference(constraint, shown);
    }
  }

  void Look(const CreateTable& create) {
    if (create.persistence == Persistence::kTemporary) return;
    if (NewName(create.table, create.table.span, "table", false, create.if_not_exists)) return;
    const QualifiedName name = facts_.before.Resolve(create.table);
    for (const ColumnDefinition& column : create.columns) OwnColumn(column, name);
    for (const ConstraintDefinition& constraint : create.constraints) {
      NewConstraint(constraint, name);
      Reference(constraint, DisplayName(name));
    }
  }

  void Look(const CreateTableAs& create) {
    if (create.persistence == Persistence::kTemporary) return;
    NewName(create.table, create.table.span,
            create.materialized_view ? "materialized view" : "table", false, create.if_not_exists);
  }

  void Look(const CreateView& create) {
    if (create.persistence == Persistence::kTemporary) return;
    NewName(create.view, create.view.span, "view", false, false);
  }

  void Look(const CreateIndex& create) {
    const Relation* table = Owned(create.table);
    ObjectName name{facts_.before.ResolveExisting(create.table).schema, create.name,
                    create.name_span};
    if (!create.name.empty() &&
        NewName(name, create.name_span, "index", false, create.if_not_exists)) {
      return;
    }
    if (table == nullptr) return;
    AddToTable(
        TouchKind::kExtended, create.name_span, *table,
        fmt::format("adds index {} to {}", QuoteIdentifier(create.name), DisplayName(table->name)))
        .subject += "." + create.name;
  }

  void Look(const CreateSequence& create) {
    if (create.persistence == Persistence::kTemporary) return;
    NewName(create.sequence, create.sequence.span, "sequence", false, create.if_not_exists);
  }

  void NewType(const ObjectName& type, std::string_view thing) {
    NewName(type, type.span, thing, true, false);
  }
  void Look(const CreateEnum& create) { NewType(create.type, "enum"); }
  void Look(const CreateCompositeType& create) { NewType(create.type, "type"); }
  void Look(const CreateOtherType& create) { NewType(create.type, "type"); }
  void Look(const CreateDomain& create) {
    NewType(create.domain, "domain");
    const Type* owned = OwnedType(create.base);
    if (owned == nullptr) return;
    Touch& touch = Add(TouchKind::kTypeUsed, create.base.span, owned->name, ThingOf(*owned));
    touch.what = "domain " + DisplayName(facts_.before.Resolve(create.domain));
    touch.subject = create.domain.name;
  }

  void Attach(const ObjectName& table, const std::string& name, std::string_view thing) {
    const Relation* owned = Owned(table);
    if (owned == nullptr) return;
    AddToTable(
        TouchKind::kExtended, table.span, *owned,
        fmt::format("adds {} {} to {}", thing, QuoteIdentifier(name), DisplayName(owned->name)))
        .subject += "." + name;
  }
  void Look(const CreateTrigger& create) { Attach(create.table, create.name, "trigger"); }
  void Look(const CreateRule& create) { Attach(create.table, create.name, "rule"); }
  void Look(const CreatePolicy& create) { Attach(create.table, create.name, "policy"); }

  // --- altering ------------------------------------------------------------------------------

  void Look(const AlterTable& alter) {
    if (Ledger(alter.table, "alters")) return;
    const Relation* owned = Owned(alter.table);
    if (owned != nullptr) {
      for (const AlterTableAction& action : alter.actions) OwnersAction(action, *owned);
      return;
    }
    const QualifiedName table = facts_.before.ResolveExisting(alter.table);
    for (const AlterTableAction& action : alter.actions) {
      if (action.column_definition) OwnColumn(*action.column_definition, table);
      if (action.type) UseType(*action.type, action.span, DisplayName(table), action.column);
      if (action.kind != AlterTableKind::kAddConstraint || !action.constraint) continue;
      NewConstraint(*action.constraint, table);
      Reference(*action.constraint, DisplayName(table));
    }
  }

  void OwnersAction(const AlterTableAction& action, const Relation& table) {
    const std::string shown = DisplayName(table.name);
    switch (action.kind) {
      case AlterTableKind::kAddColumn:
        return NewOwnersColumn(action, table);
      case AlterTableKind::kAddConstraint:
        return NewOwnersConstraint(action, table);
      case AlterTableKind::kSetStatistics:
      case AlterTableKind::kSetColumnOptions:
      case AlterTableKind::kSetStorageOptions:
      case AlterTableKind::kResetStorageOptions:
      case AlterTableKind::kCluster:
      case AlterTableKind::kValidateConstraint:
        return;  // tuning: no code sees it
      case AlterTableKind::kDropConstraint:
        if (!OwnsConstraint(table, action.name)) return;
        Change(action, table, fmt::format("drops constraint {} of {}", action.name, shown),
               action.name);
        return;
      default:
        break;
    }
    if (!action.column.empty() && !OwnsColumn(table, action.column)) return;
    const bool drops = action.kind == AlterTableKind::kDropColumn;
    Change(action, table,
           action.column.empty() ? fmt::format("alters {} {}", ThingOf(table), shown)
                                 : fmt::format("{} column {} of {}", drops ? "drops" : "alters",
                                               QuoteIdentifier(action.column), shown),
           action.column);
  }

  void Change(const AlterTableAction& action, const Relation& table, std::string what,
              const std::string& part) {
    Touch& touch = AddToTable(TouchKind::kChanged, action.span, table, std::move(what));
    if (!part.empty()) touch.subject += "." + part;
  }

  void NewOwnersColumn(const AlterTableAction& action, const Relation& table) {
    const ColumnDefinition& column = *action.column_definition;
    const std::string shown = DisplayName(table.name);
    const std::string what =
        fmt::format("adds column {} to {}", QuoteIdentifier(column.name), shown);
    if (table.FindColumn(column.name) != nullptr) {
      Touch& touch = AddRedefined(column.name_span, table.name, "column", what, kDuplicateColumn,
                                  action.if_not_exists);
      touch.subject += "." + column.name;
      touch.kind = IsRedefined(table) ? TouchKind::kRedefined : TouchKind::kChanged;
      return;
    }
    // The owner's INSERTs do not fill it.
    const bool needed = column.not_null && !column.default_value &&
                        column.identity == Identity::kNone && !IsSerial(column.type) &&
                        column.generated == Generated::kNone;
    AddToTable(needed ? TouchKind::kChanged : TouchKind::kExtended, action.span, table,
               needed ? what + " that every INSERT has to fill" : what)
        .subject += "." + column.name;
  }

  void NewOwnersConstraint(const AlterTableAction& action, const Relation& table) {
    const ConstraintDefinition& constraint = *action.constraint;
    const std::string what =
        fmt::format("adds constraint {} to {}", constraint.name, DisplayName(table.name));
    if (table.FindConstraint(constraint.name) != nullptr) {
      AddRedefined(constraint.name_span, table.name, "constraint", what, kDuplicateObject, false)
          .subject += "." + constraint.name;
      return;
    }
    if (NewConstraint(constraint, table.name)) return;
    Change(action, table, what, constraint.name);
  }

  void Look(const AlterEnum& alter) {
    const Type* type = OwnedType(alter.type);
    if (type == nullptr) return;
    const bool renames = !alter.rename_to.empty();
    Touch& touch = Add(TouchKind::kChanged, alter.value_span, type->name, "enum");
    touch.what = fmt::format("{} value '{}' {} enum {}", renames ? "renames" : "adds", alter.value,
                             renames ? "of" : "to", touch.subject);
    touch.subject += "." + alter.value;
  }

  void Look(const AlterDomain& alter) {
    const Type* type = OwnedType(alter.domain);
    if (type == nullptr) return;
    Touch& touch = Add(TouchKind::kChanged, alter.domain.span, type->name, "domain");
    touch.what = "alters domain " + touch.subject;
  }

  void Look(const Rename& rename) {
    const std::string to = QuoteIdentifier(rename.new_name);
    if (rename.object.parent) {
      RenamePart(rename, to);
      return;
    }
    if (Ledger(rename.object.name, "renames")) return;
    if (const Relation* owned = Owned(rename.object.name)) {
      AddToTable(TouchKind::kChanged, rename.object.name.span, *owned,
                 fmt::format("renames {} {} to {}", ThingOf(*owned), DisplayName(owned->name), to));
      return;
    }
    if (const Type* type = OwnedType(rename.object.name)) {
      Add(TouchKind::kChanged, rename.object.name.span, type->name, ThingOf(*type)).what =
          fmt::format("renames {} {} to {}", ThingOf(*type), DisplayName(type->name), to);
      return;
    }
    const bool relation = rename.kind == ObjectKind::kTable || rename.kind == ObjectKind::kView ||
                          rename.kind == ObjectKind::kMaterializedView ||
                          rename.kind == ObjectKind::kIndex || rename.kind == ObjectKind::kSequence;
    const bool type = rename.kind == ObjectKind::kType || rename.kind == ObjectKind::kDomain;
    if (!relation && !type) return;
    const QualifiedName from = facts_.before.ResolveExisting(rename.object.name);
    TakeName({from.schema, rename.new_name}, rename.new_name_span,
             fmt::format("renames {} to {}", DisplayName(from), to), type);
  }

  // Something of the track gets a name of the owner's by RENAME or SET SCHEMA.
  void TakeName(const QualifiedName& name, Span span, std::string what, bool is_type) {
    if (const Relation* relation = owned_.Find(name)) {
      AddRedefined(span, name, ThingOf(*relation), std::move(what),
                   is_type ? kDuplicateObject : kDuplicateRelation, false);
    } else if (const auto type = owned_.types().find(name); type != owned_.types().end()) {
      AddRedefined(span, name, ThingOf(type->second), std::move(what), kDuplicateObject, false);
    }
  }

  void RenamePart(const Rename& rename, const std::string& to) {
    const Relation* table = Owned(*rename.object.parent);
    const Type* type = table == nullptr ? OwnedType(*rename.object.parent) : nullptr;
    const std::string& part = rename.object.name.name;
    if (table != nullptr) {
      if (rename.kind == ObjectKind::kColumn ? !OwnsColumn(*table, part)
                                             : !OwnsConstraint(*table, part)) {
        return;
      }
      AddToTable(TouchKind::kChanged, rename.object.name.span, *table,
                 fmt::format("renames {} of {} to {}", QuoteIdentifier(part),
                             DisplayName(table->name), to))
          .subject += "." + part;
    } else if (type != nullptr) {
      Touch& touch = Add(TouchKind::kChanged, rename.object.name.span, type->name, ThingOf(*type));
      touch.what = fmt::format("renames '{}' of {} to '{}'", part, touch.subject, rename.new_name);
      touch.subject += "." + part;
    }
  }

  void Look(const SetSchema& set) {
    if (Ledger(set.object.name, "moves")) return;
    if (const Relation* owned = Owned(set.object.name)) {
      Add(TouchKind::kChanged, set.object.name.span, owned->name, ThingOf(*owned)).what =
          fmt::format("moves {} {} to schema {}", ThingOf(*owned), DisplayName(owned->name),
                      QuoteIdentifier(set.new_schema));
    } else if (const Type* type = OwnedType(set.object.name)) {
      Add(TouchKind::kChanged, set.object.name.span, type->name, ThingOf(*type)).what =
          fmt::format("moves {} {} to schema {}", ThingOf(*type), DisplayName(type->name),
                      QuoteIdentifier(set.new_schema));
    } else if (set.kind == ObjectKind::kTable || set.kind == ObjectKind::kView) {
      const QualifiedName from = facts_.before.ResolveExisting(set.object.name);
      TakeName(
          {set.new_schema, from.name}, set.object.name.span,
          fmt::format("moves {} to schema {}", DisplayName(from), QuoteIdentifier(set.new_schema)),
          false);
    }
  }

  // --- dropping and writing ------------------------------------------------------------------

  void Look(const Drop& drop) {
    for (const ObjectReference& object : drop.objects) {
      if (object.parent) continue;
      if (drop.kind == ObjectKind::kSchema) {
        DropSchema(drop, object);
        continue;
      }
      const bool type = drop.kind == ObjectKind::kType || drop.kind == ObjectKind::kDomain;
      if (!type && Ledger(object.name, "drops")) continue;
      const Relation* relation = type ? nullptr : DroppedRelation(drop, object);
      const Type* owned_type = type ? OwnedType(object.name) : nullptr;
      if (relation != nullptr) {
        AddToTable(TouchKind::kChanged, object.name.span, *relation,
                   fmt::format("drops {} {}", ThingOf(*relation), DisplayName(relation->name)));
      } else if (owned_type != nullptr) {
        Add(TouchKind::kChanged, object.name.span, owned_type->name, ThingOf(*owned_type)).what =
            fmt::format("drops {} {}", ThingOf(*owned_type), DisplayName(owned_type->name));
      }
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
        return Owned(object.name);
      default:
        return nullptr;
    }
  }

  void DropSchema(const Drop& drop, const ObjectReference& object) {
    const std::string& schema = object.name.name;
    if (schema == facts_.track.ownership->ledger.schema && drop.cascade) {
      AddLedger(object.name.span, "drops the schema of");
      return;
    }
    const auto owned = std::ranges::count_if(
        owned_.relation_names(), [&](const auto& each) { return each.first.schema == schema; });
    if (owned == 0 || !drop.cascade) return;
    Add(TouchKind::kChanged, object.name.span, {{}, schema}, "schema").what =
        "drops schema " + QuoteIdentifier(schema);
  }

  void Write(const ObjectName& table, std::string_view verb) {
    if (Ledger(table, verb)) return;
    const Relation* owned = Owned(table);
    if (owned == nullptr) return;
    AddToTable(TouchKind::kChanged, table.span, *owned,
               fmt::format("{} {}", verb, DisplayName(owned->name)))
        .writes = true;
  }
  void WriteAll(const std::vector<ObjectName>& tables, std::string_view verb) {
    for (const ObjectName& table : tables) Write(table, verb);
  }

  void Look(const Truncate& truncate) { WriteAll(truncate.tables, "empties"); }
  void Look(const Insert& insert) {
    Write(insert.table, "inserts rows into");
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
  void Look(const Merge& merge) { Write(merge.table, "writes to"); }
  void Look(const Copy& copy) {
    if (copy.table && copy.from) Write(*copy.table, "copies rows into");
  }

  bool Ledger(const ObjectName& name, std::string_view verb) {
    if (!IsLedger(name)) return false;
    AddLedger(name.span, verb);
    return true;
  }
  void AddLedger(Span span, std::string_view verb) {
    const QualifiedName& ledger = facts_.track.ownership->ledger;
    Touch& touch = Add(TouchKind::kLedger, span, ledger, "table");
    touch.what = fmt::format("{} {}", verb, DisplayName(ledger));
  }

  template <typename Other>
  void Look(const Other&) {}

  const StatementFacts& facts_;
  const Catalogue& owned_;
  std::vector<Touch> touches_;
};

}  // namespace

std::vector<Touch> TouchesOf(const StatementFacts& facts) {
  if (facts.track.ownership == nullptr) return {};
  return Toucher(facts).Collect();
}

}  // namespace hoglint
