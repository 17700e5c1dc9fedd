// How a new name reaches everything that holds the old one.
#include "lint/schema/renaming.h"

#include <algorithm>

#include "lint/schema/column_uses.h"
#include "lint/schema/columns.h"
#include "lint/schema/expression_text.h"
#include "lint/schema/routines.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

void RenameIn(std::vector<std::string>& columns, const std::string& from, const std::string& to) {
  std::ranges::replace(columns, from, to);
}

void RenameIn(Expression& expression, const std::string& from, const std::string& to) {
  if (!NamesColumn(expression, from)) return;
  for (ColumnReference& reference : expression.columns) {
    if (reference.column == from) reference.column = to;
  }
  RenameIn(expression.proves_not_null, from, to);
  expression.text = RenameInText(expression.text, from, to);
}

void RenameIn(Boxed<Expression>& expression, const std::string& from, const std::string& to) {
  if (expression) RenameIn(*expression, from, to);
}

void RenameIn(IndexDetails& index, const std::string& from, const std::string& to) {
  for (IndexElement& element : index.elements) {
    if (element.column == from) element.column = to;
    RenameIn(element.expression, from, to);
  }
  RenameIn(index.including, from, to);
  RenameIn(index.where, from, to);
}

void RenameIn(Relation& relation, const std::string& from, const std::string& to) {
  for (Column& column : relation.columns) {
    if (column.name == from) column.name = to;
    RenameIn(column.generated_expression, from, to);
  }
  for (Constraint& constraint : relation.constraints) {
    RenameIn(constraint.columns, from, to);
    RenameIn(constraint.including, from, to);
    RenameIn(constraint.check, from, to);
    if (constraint.references) RenameIn(constraint.references->set_columns, from, to);
  }
  for (Policy& policy : relation.policies) {
    RenameIn(policy.using_expression, from, to);
    RenameIn(policy.check_expression, from, to);
  }
  for (Trigger& trigger : relation.triggers) {
    RenameIn(trigger.update_columns, from, to);
    RenameIn(trigger.when, from, to);
  }
  if (relation.partition_key) RenameIn(relation.partition_key->columns, from, to);
}

void RenameInViews(Context& context, const Relation& relation, const std::string& from,
                   const std::string& to) {
  for (const RelationId reader : relation.read_by) {
    std::vector<ColumnRead>& reads = context.catalogue.Mutable(reader).view->column_reads;
    std::ranges::replace(reads, ColumnRead{relation.id, from}, ColumnRead{relation.id, to});
  }
}

void RenameInReferences(Context& context, const Relation& relation, const std::string& from,
                        const std::string& to) {
  for (const RelationId table : relation.referenced_by) {
    for (Constraint& constraint : context.catalogue.Mutable(table).constraints) {
      if (constraint.references && constraint.references->table == relation.id) {
        RenameIn(constraint.references->columns, from, to);
      }
    }
  }
}

// The defaults that draw from a sequence print it by its name of today.
void RefreshDefaults(Context& context, RelationId sequence) {
  std::vector<RelationId> users;
  for (const auto& [name, id] : context.catalogue.relation_names()) {
    const Relation& relation = *context.catalogue.Get(id);
    const bool uses = std::ranges::any_of(relation.columns, [&](const Column& column) {
      return column.default_value &&
             std::ranges::count(column.default_value->sequences, sequence) > 0;
    });
    if (uses) users.push_back(id);
  }
  for (const RelationId id : users) {
    for (Column& column : context.catalogue.Mutable(id).columns) {
      // Not nextval('s') + 1, whose text would be lost.
      if (!column.default_value || column.default_value->expression.functions.size() != 1 ||
          !column.default_value->expression.operators.empty() ||
          std::ranges::count(column.default_value->sequences, sequence) == 0) {
        continue;
      }
      column.default_value = SerialDefault(context.catalogue, sequence);
    }
  }
}

void RenameCasts(Expression& expression, const QualifiedName& from, const QualifiedName& to) {
  const auto rename = [&](Boxed<TypeName>& cast) {
    if (!cast || !IsOfType(*cast, from)) return;
    cast->schema = to.schema;
    cast->name = to.name;
  };
  rename(expression.cast);
  for (StringConstant& string : expression.strings) rename(string.cast);
}

void RenameConstraintOver(Context& context, RelationId index, const std::string& name) {
  const RelationId table = context.catalogue.Get(index)->index->table;
  if (context.catalogue.Get(table) == nullptr) return;
  context.catalogue.NoteConstraintName(context.catalogue.Get(table)->name.schema, name);
  for (Constraint& constraint : context.catalogue.Mutable(table).constraints) {
    if (constraint.index == index) constraint.name = name;
  }
}

}  // namespace

void GiveName(Context& context, RelationId id, const QualifiedName& name) {
  const QualifiedName before = context.catalogue.Get(id)->name;
  context.catalogue.RenameRelation(id, name);
  const Relation& relation = *context.catalogue.Get(id);
  if (relation.index) return RenameConstraintOver(context, id, name.name);
  if (relation.sequence) return RefreshDefaults(context, id);
  RenameTypeUses(context, before, name);
}

void RenameTypeUses(Context& context, const QualifiedName& from, const QualifiedName& to) {
  const auto matches = [&](const TypeName& type) { return IsOfType(type, from); };
  const auto rename = [&](TypeName& type) {
    type.schema = to.schema;
    type.name = to.name;
  };
  const auto uses = [&](const Column& column) {
    return matches(column.type_name) ||
           (column.default_value && HasTypeInside(column.default_value->expression, from));
  };
  std::vector<RelationId> users;
  for (const auto& [name, id] : context.catalogue.relation_names()) {
    if (std::ranges::any_of(context.catalogue.Get(id)->columns, uses)) users.push_back(id);
  }
  for (const RelationId id : users) {
    for (Column& column : context.catalogue.Mutable(id).columns) {
      if (column.default_value) RenameCasts(column.default_value->expression, from, to);
      if (!matches(column.type_name)) continue;
      rename(column.type_name);
      column.type = FormatType(column.type_name);
    }
  }
  const auto is_domain_over = [&](const auto& entry) { return matches(entry.second.base); };
  if (std::ranges::any_of(context.catalogue.types(), is_domain_over)) {
    for (auto& [name, type] : context.catalogue.mutable_types()) {
      if (matches(type.base)) rename(type.base);
    }
  }
  TypeName old_type;
  old_type.schema = from.schema;
  old_type.name = from.name;
  TypeName new_type = old_type;
  rename(new_type);
  const std::string old_text = FormatType(old_type);
  if (context.catalogue.functions().empty()) return;
  for (auto& [name, function] : context.catalogue.mutable_functions()) {
    RenameTypeIn(function, old_text, FormatType(new_type));
  }
}

void RenameColumn(Context& context, RelationId id, const std::string& from, const std::string& to) {
  RenameIn(context.catalogue.Mutable(id), from, to);
  const Relation relation = *context.catalogue.Get(id);
  for (const RelationId index : relation.indexes) {
    RenameIn(*context.catalogue.Mutable(index).index, from, to);
  }
  for (const RelationId sequence : relation.owned_sequences) {
    std::string& column = context.catalogue.Mutable(sequence).sequence->owner_column;
    if (column == from) column = to;
  }
  RenameInReferences(context, relation, from, to);
  RenameInViews(context, relation, from, to);
}

namespace {

// Calls visit(expression) for each that the relation holds and PostgreSQL prints.
template <typename Table, typename Visit>
void ForEachExpression(Table& relation, Visit visit) {
  const auto visit_boxed = [&](auto& expression) {
    if (expression) visit(*expression);
  };
  for (auto& column : relation.columns) {
    if (column.default_value) visit(column.default_value->expression);
    visit_boxed(column.generated_expression);
  }
  for (auto& constraint : relation.constraints) visit_boxed(constraint.check);
  for (auto& policy : relation.policies) {
    visit_boxed(policy.using_expression);
    visit_boxed(policy.check_expression);
  }
  for (auto& trigger : relation.triggers) visit_boxed(trigger.when);
  if (!relation.index) return;
  for (auto& element : relation.index->elements) visit_boxed(element.expression);
  visit_boxed(relation.index->where);
}

// What a function's name is today and was, in the calls of expressions and views.
class CallRenamer {
 public:
  // `from` must be the only function of its name.
  CallRenamer(const Catalogue& catalogue, const QualifiedName& from, const QualifiedName& to)
      : catalogue_(catalogue), from_(from), to_(to) {}

  [[nodiscard]] bool IsCalledIn(const Relation& relation) const {
    bool called = relation.view && Calls(relation.view->query.functions);
    ForEachExpression(relation, [&](const Expression& one) { called |= Calls(one.functions); });
    return called;
  }

  // Before the catalogue knows the new name.
  void RenameIn(Relation& relation) const {
    if (relation.view) (void)RenameIn(relation.view->query.functions);
    ForEachExpression(relation, [&](Expression& expression) {
      if (!RenameIn(expression.functions)) return;
      expression.text = RenameCallInText(expression.text, from_.name, DisplayName(to_));
    });
  }

 private:
  [[nodiscard]] bool IsIt(const FunctionCall& call) const {
    if (call.name.name != from_.name) return false;
    const std::vector<const Function*> named = catalogue_.FindFunctions(call.name);
    return std::ranges::any_of(named, [&](const Function* one) { return one->name == from_; });
  }

  [[nodiscard]] bool Calls(const std::vector<FunctionCall>& calls) const {
    return std::ranges::any_of(calls, [&](const FunctionCall& call) { return IsIt(call); });
  }

  bool RenameIn(std::vector<FunctionCall>& calls) const {
    bool renamed = false;
    for (FunctionCall& call : calls) {
      if (!IsIt(call)) continue;
      call.name.schema = to_.schema;
      call.name.name = to_.name;
      renamed = true;
    }
    return renamed;
  }

  const Catalogue& catalogue_;
  const QualifiedName& from_;
  const QualifiedName& to_;
};

void RenameCalls(Context& context, const QualifiedName& from, const QualifiedName& to) {
  const CallRenamer renamer(context.catalogue, from, to);
  std::vector<RelationId> callers;
  for (const auto& [name, id] : context.catalogue.relation_names()) {
    if (renamer.IsCalledIn(*context.catalogue.Get(id))) callers.push_back(id);
  }
  for (const RelationId id : callers) renamer.RenameIn(context.catalogue.Mutable(id));
}

}  // namespace

void GiveFunctionName(Context& context, Function function, const QualifiedName& name,
                      const Span& span) {
  auto& functions = context.catalogue.mutable_functions();
  const auto find = [&](const QualifiedName& key) {
    const auto [begin, end] = functions.equal_range(key);
    const auto found = std::find_if(begin, end, [&](const auto& one) {
      return one.second.argument_types == function.argument_types;
    });
    return found == end ? functions.end() : found;
  };
  if (find(name) != functions.end()) {
    std::string arguments;
    for (const std::string& type : function.argument_types) {
      arguments += (arguments.empty() ? "" : ", ") + type;
    }
    context.Conflict(ConflictKind::kDuplicate, "42723",
                     "function " + name.name + "(" + arguments + ") already exists in schema " +
                         Quoted(name.schema),
                     span);
    return;
  }
  const QualifiedName from = function.name;
  if (functions.count(from) == 1) RenameCalls(context, from, name);
  if (const auto old = find(from); old != functions.end()) functions.erase(old);
  function.name = name;
  const bool callable_by_triggers = function.argument_types.empty();
  functions.emplace(name, std::move(function));
  if (!callable_by_triggers) return;
  std::vector<RelationId> tables;
  for (const auto& [key, id] : context.catalogue.relation_names()) {
    const auto& triggers = context.catalogue.Get(id)->triggers;
    if (std::ranges::count(triggers, from, &Trigger::function) > 0) tables.push_back(id);
  }
  for (const RelationId id : tables) {
    for (Trigger& trigger : context.catalogue.Mutable(id).triggers) {
      if (trigger.function == from) trigger.function = name;
    }
  }
}

}  // namespace hoglint::apply
