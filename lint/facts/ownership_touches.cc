// TouchesOf: statements that create something, or alter a table.
#include <fmt/format.h>

#include <utility>
#include <variant>

#include "lint/facts/touch_list.h"

namespace hoglint {
namespace {

constexpr std::string_view kDuplicateColumn = "42701";
constexpr std::string_view kDuplicateObject = "42710";
constexpr std::string_view kNotNullViolation = "23502";
constexpr std::string_view kWrongObjectType = "42809";  // "contacts" is not a view

class Creations {
 public:
  explicit Creations(TouchList& list) : list_(list), facts_(list.facts()) {}

  void Look(const CreateTable& create) {
    if (create.persistence == Persistence::kTemporary) return;
    if (list_.AddNewName(create.table, create.table.span, "table", false, create.if_not_exists))
      return;
    const QualifiedName name = facts_.before.Resolve(create.table);
    for (const ColumnDefinition& column : create.columns) OwnColumn(column, name);
    for (const ConstraintDefinition& constraint : create.constraints) {
      NewConstraint(constraint, name);
      Reference(constraint, DisplayName(name));
    }
  }

  void Look(const CreateTableAs& create) {
    if (create.persistence == Persistence::kTemporary) return;
    list_.AddNewName(create.table, create.table.span,
                     create.materialized_view ? "materialized view" : "table", false,
                     create.if_not_exists);
  }

  void Look(const CreateView& create) {
    if (create.persistence == Persistence::kTemporary) return;
    Touch* touch = list_.AddNewName(create.view, create.view.span, "view", false, false);
    if (touch != nullptr && create.replace) touch->sqlstate = kWrongObjectType;
  }

  void Look(const CreateIndex& create) {
    const Relation* table = list_.Owned(create.table);
    ObjectName name{facts_.before.ResolveExisting(create.table).schema, create.name,
                    create.name_span};
    if (!create.name.empty() &&
        list_.AddNewName(name, create.name_span, "index", false, create.if_not_exists)) {
      return;
    }
    if (table == nullptr) return;
    list_
        .AddToTable(TouchKind::kExtended, create.name_span, *table,
                    fmt::format("adds index {} to {}", QuoteIdentifier(create.name),
                                DisplayName(table->name)))
        .subject += "." + create.name;
  }

  void Look(const CreateSequence& create) {
    if (create.persistence == Persistence::kTemporary) return;
    list_.AddNewName(create.sequence, create.sequence.span, "sequence", false,
                     create.if_not_exists);
  }

  void Look(const CreateEnum& create) { NewType(create.type, "enum"); }
  void Look(const CreateCompositeType& create) { NewType(create.type, "type"); }
  void Look(const CreateOtherType& create) { NewType(create.type, "type"); }
  void Look(const CreateDomain& create) {
    NewType(create.domain, "domain");
    const Type* owned = list_.OwnedType(ObjectName{create.base.schema, create.base.name, {}});
    if (owned == nullptr) return;
    Touch& touch = list_.Add(TouchKind::kTypeUsed, create.base.span, owned->name, ThingOf(*owned));
    touch.what = "domain " + DisplayName(facts_.before.Resolve(create.domain));
    touch.subject = create.domain.name;
  }

  void Look(const CreateTrigger& create) { Attach(create.table, create.name, "trigger"); }
  void Look(const CreateRule& create) { Attach(create.table, create.name, "rule"); }
  void Look(const CreatePolicy& create) { Attach(create.table, create.name, "policy"); }

  void Look(const AlterTable& alter) {
    if (list_.AddLedger(alter.table, "alters")) return;
    const Relation* owned = list_.Owned(alter.table);
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

  template <typename Other>
  void Look(const Other&) {}

 private:
  void NewType(const ObjectName& type, std::string_view thing) {
    list_.AddNewName(type, type.span, thing, true, false);
  }

  void Attach(const ObjectName& table, const std::string& name, std::string_view thing) {
    const Relation* owned = list_.Owned(table);
    // Policies of storage.objects and triggers of auth.users are how Supabase means to be used.
    if (owned == nullptr || list_.IsOfOwnedSchema(*owned)) return;
    list_
        .AddToTable(
            TouchKind::kExtended, table.span, *owned,
            fmt::format("adds {} {} to {}", thing, QuoteIdentifier(name), DisplayName(owned->name)))
        .subject += "." + name;
  }

  // The index behind a constraint is a relation too; the others are a table's own.
  bool NewConstraint(const ConstraintDefinition& constraint, const QualifiedName& table) {
    if (constraint.name.empty()) return false;
    const bool has_index = constraint.kind == ConstraintKind::kPrimaryKey ||
                           constraint.kind == ConstraintKind::kUnique ||
                           constraint.kind == ConstraintKind::kExclude;
    if (!has_index || !constraint.using_index.empty()) return false;
    return nullptr != list_.AddNewName({table.schema, constraint.name, constraint.name_span},
                                       constraint.name_span, "constraint", false, false);
  }

  void Reference(const ConstraintDefinition& constraint, const std::string& from) {
    if (!constraint.references) return;
    const Relation* target = list_.Owned(constraint.references->table);
    if (target == nullptr || list_.IsOfOwnedSchema(*target)) return;
    Touch& touch =
        list_.Add(TouchKind::kForeignKey, constraint.span, target->name, ThingOf(*target));
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
    const Type* owned = list_.OwnedType(ObjectName{type.schema, type.name, type.span});
    if (owned == nullptr) return;
    Touch& touch = list_.Add(TouchKind::kTypeUsed, span, owned->name, ThingOf(*owned));
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
        if (!list_.OwnsConstraint(table, action.name)) return;
        Change(action, table, fmt::format("drops constraint {} of {}", action.name, shown),
               action.name);
        return;
      default:
        break;
    }
    if (!action.column.empty() && !list_.OwnsColumn(table, action.column)) return;
    const bool drops = action.kind == AlterTableKind::kDropColumn;
    Change(action, table,
           action.column.empty() ? fmt::format("alters {} {}", ThingOf(table), shown)
                                 : fmt::format("{} column {} of {}", drops ? "drops" : "alters",
                                               QuoteIdentifier(action.column), shown),
           action.column);
  }

  void Change(const AlterTableAction& action, const Relation& table, std::string what,
              const std::string& part) {
    Touch& touch = list_.AddToTable(TouchKind::kChanged, action.span, table, std::move(what));
    if (!part.empty()) touch.subject += "." + part;
  }

  void NewOwnersColumn(const AlterTableAction& action, const Relation& table) {
    const ColumnDefinition& column = *action.column_definition;
    const std::string name = QuoteIdentifier(column.name);
    const std::string shown = DisplayName(table.name);
    if (table.FindColumn(column.name) != nullptr) {
      Touch& touch = list_.AddRedefined(column.name_span, table.name, "column",
                                        fmt::format("adds column {} to {}", name, shown),
                                        kDuplicateColumn, action.if_not_exists);
      touch.subject += "." + column.name;
      if (!list_.IsRedefined(table)) touch.kind = TouchKind::kChanged;
      return;
    }
    const bool needed = column.not_null && !column.default_value &&
                        column.identity == Identity::kNone && !IsSerial(column.type) &&
                        column.generated == Generated::kNone;
    Touch& touch =
        list_.AddToTable(needed ? TouchKind::kChanged : TouchKind::kExtended, action.span, table,
                         fmt::format("adds {}column {}{} to {}", needed ? "NOT NULL " : "", name,
                                     needed ? " without a default" : "", shown));
    touch.subject += "." + column.name;
    if (needed) touch.sqlstate = kNotNullViolation;
  }

  void NewOwnersConstraint(const AlterTableAction& action, const Relation& table) {
    const ConstraintDefinition& constraint = *action.constraint;
    const std::string what =
        fmt::format("adds constraint {} to {}", constraint.name, DisplayName(table.name));
    if (NewConstraint(constraint, table.name)) return;
    if (table.FindConstraint(constraint.name) != nullptr) {
      list_
          .AddRedefined(constraint.name_span, table.name, "constraint", what, kDuplicateObject,
                        false)
          .subject += "." + constraint.name;
      return;
    }
    Change(action, table, what, constraint.name);
  }

  TouchList& list_;
  const StatementFacts& facts_;
};

}  // namespace

std::vector<Touch> TouchesOf(const StatementFacts& facts) {
  if (facts.track.ownership == nullptr) return {};
  TouchList list(facts);
  Creations creations(list);
  std::visit([&creations](const auto& body) { creations.Look(body); }, facts.statement.body);
  AddChanges(facts.statement, list);
  return std::move(list).Finish();
}

}  // namespace hoglint
