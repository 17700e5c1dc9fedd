// Functions, and what hangs on a table and calls them: triggers, rules, policies.
#include <algorithm>
#include <string_view>

#include "lint/schema/apply_statements.h"
#include "lint/schema/refusals.h"
#include "lint/schema/routine_replacement.h"
#include "lint/schema/trigger_refusals.h"

namespace hoglint::apply {
namespace {

Function* FindSame(Catalogue& catalogue, const Function& function) {
  auto& functions = catalogue.mutable_functions();
  const auto [begin, end] = functions.equal_range(function.name);
  for (auto it = begin; it != end; ++it) {
    if (it->second.argument_types == function.argument_types) return &it->second;
  }
  return nullptr;
}

// The function that a trigger calls: it has no arguments, whatever TG_ARGV holds.
QualifiedName FunctionKey(const Catalogue& catalogue, const ObjectName& name) {
  for (const Function* function : catalogue.FindFunctions(name)) {
    if (function->argument_types.empty()) return function->name;
  }
  return catalogue.Resolve(name);
}

std::string AlreadyExists(std::string_view word, const std::string& name, const Relation& table) {
  return std::string(word) + " " + Quoted(name) + " for relation " + Quoted(table.name.name) +
         " already exists";
}

}  // namespace

void ApplyStatement(Context& context, const CreateFunction& create) {
  for (const RoutineParameter& parameter : create.parameters) {
    if (IsTypeGone(context, parameter.type)) return;
  }
  if (create.returns && IsTypeGone(context, *create.returns)) return;
  if (IsSignatureWrong(context, create)) return;
  Function function = FunctionOf(context, create);
  if (Function* existing = FindSame(context.catalogue, function)) {
    if (create.replace) {
      if (CannotReplace(context, *existing, function, create.function.span)) return;
      *existing = std::move(function);
      return;
    }
    context.Conflict(
        ConflictKind::kDuplicate, "42723",
        "function " + Quoted(function.name.name) + " already exists with same argument types",
        create.function.span);
    return;
  }
  const QualifiedName key = function.name;
  context.catalogue.mutable_functions().emplace(key, std::move(function));
}

void ApplyStatement(Context& context, const CreateTrigger& create) {
  const auto id = FindOrAssume(context, create.table, RelationKind::kTable);
  if (!id) return;
  if (IsTriggerRefused(context, *context.catalogue.Get(*id), create)) return;
  Relation& table = context.catalogue.Mutable(*id);
  const auto existing = std::ranges::find(table.triggers, create.name, &Trigger::name);
  if (existing != table.triggers.end() && !create.replace) {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     AlreadyExists("trigger", create.name, table), {});
    return;
  }
  if (IsUpdateColumnWrong(context, table, create)) return;
  Trigger trigger{.name = create.name,
                  .function = FunctionKey(context.catalogue, create.function),
                  .origin = context.OriginAt(create.table.span),
                  .update_columns = create.update_columns,
                  .when = create.when};
  if (existing == table.triggers.end()) {
    table.triggers.push_back(std::move(trigger));
  } else {
    *existing = std::move(trigger);
  }
}

void ApplyStatement(Context& context, const CreateRule& create) {
  const auto id = FindOrAssume(context, create.table, RelationKind::kTable);
  if (!id) return;
  Relation& table = context.catalogue.Mutable(*id);
  if (std::ranges::count(table.rules, create.name) == 0) {
    table.rules.push_back(create.name);
  } else if (!create.replace) {
    context.Conflict(ConflictKind::kDuplicate, "42710", AlreadyExists("rule", create.name, table),
                     {});
  }
}

void ApplyStatement(Context& context, const CreatePolicy& create) {
  const auto id = FindOrAssume(context, create.table, RelationKind::kTable);
  if (!id) return;
  Relation& table = context.catalogue.Mutable(*id);
  if (!table.assumed && !IsTable(table.kind)) {
    context
        .Conflict(ConflictKind::kWrongKind, "42809", Quoted(table.name.name) + " is not a table",
                  create.table.span)
        .other = table.origin.span;
    return;
  }
  for (const auto& expression : {create.using_expression, create.check_expression}) {
    if (expression && IsColumnMissing(context, table, *expression)) return;
  }
  if (std::ranges::count(table.policies, create.name, &Policy::name) > 0) {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "policy " + Quoted(create.name) + " for table " + Quoted(table.name.name) +
                         " already exists",
                     {});
    return;
  }
  Policy policy;
  policy.name = create.name;
  policy.permissive = create.permissive;
  policy.command = create.command.empty() ? "all" : create.command;
  policy.using_expression = create.using_expression;
  policy.check_expression = create.check_expression;
  table.policies.push_back(std::move(policy));
}

void ApplyStatement(Context& context, const AlterPolicy& alter) {
  const auto id = FindOrAssume(context, alter.table, RelationKind::kTable);
  if (!id) return;
  Relation& table = context.catalogue.Mutable(*id);
  const auto found = std::ranges::find(table.policies, alter.name, &Policy::name);
  if (found == table.policies.end()) {
    if (table.assumed) return;
    context.Conflict(ConflictKind::kMissing, "42704",
                     "policy " + Quoted(alter.name) + " for table " + Quoted(table.name.name) +
                         " does not exist",
                     {}, context.catalogue.complete());
    return;
  }
  if (alter.using_expression) found->using_expression = alter.using_expression;
  if (alter.check_expression) found->check_expression = alter.check_expression;
}

}  // namespace hoglint::apply
