// Functions, and what hangs on a table and calls them: triggers, rules, policies.
#include <algorithm>
#include <array>
#include <string_view>

#include "lint/schema/apply_statements.h"
#include "lint/schema/builtins.h"
#include "lint/schema/refusals.h"
#include "lint/schema/routines.h"

namespace hoglint::apply {
namespace {

Volatility VolatilityNamed(const std::string& word) {
  if (word == "immutable") return Volatility::kImmutable;
  return word == "stable" ? Volatility::kStable : Volatility::kVolatile;
}

Function* FindSame(Catalogue& catalogue, const Function& function) {
  auto& functions = catalogue.mutable_functions();
  const auto [begin, end] = functions.equal_range(function.name);
  for (auto it = begin; it != end; ++it) {
    if (it->second.argument_types == function.argument_types) return &it->second;
  }
  return nullptr;
}

QualifiedName FunctionKey(const Catalogue& catalogue, const ObjectName& name) {
  const std::vector<const Function*> found = catalogue.FindFunctions(name);
  return found.empty() ? catalogue.Resolve(name) : found.front()->name;
}

std::string AlreadyExists(std::string_view word, const std::string& name, const Relation& table) {
  return std::string(word) + " " + Quoted(name) + " for relation " + Quoted(table.name.name) +
         " already exists";
}

// Of pg_proc, with result type trigger: not in the table of functions that expressions call.
constexpr std::array<std::string_view, 3> kTriggerFunctions = {"suppress_redundant_updates_trigger",
                                                               "tsvector_update_trigger",
                                                               "tsvector_update_trigger_column"};

bool IsTriggerRefused(Context& context, const Relation& table, const CreateTrigger& create) {
  if (table.kind == RelationKind::kMaterializedView) {
    context
        .Conflict(ConflictKind::kWrongKind, "42809",
                  "relation " + Quoted(table.name.name) + " cannot have triggers",
                  create.table.span)
        .other = table.origin.span;
    return true;
  }
  const std::string& schema = create.function.schema;
  if (!schema.empty() && !context.catalogue.HasSchema(schema)) return false;
  const bool builtin =
      IsSystemSchema(schema) || BuiltinVolatility(create.function.name).has_value();
  const bool own = std::ranges::count(kTriggerFunctions, create.function.name) > 0;
  if (builtin || own || !context.catalogue.FindFunctions(create.function).empty()) return false;
  context.Conflict(ConflictKind::kMissing, "42883",
                   "function " + Written(create.function) + "() does not exist",
                   create.function.span, /*certain=*/false);
  return false;
}

// RETURNS TABLE is a set, whatever its columns are.
bool ReturnsOtherType(const Function& before, const Function& after, bool table) {
  if (before.returns.empty()) return false;
  if (table) return !before.returns.starts_with("SETOF ");
  return !after.returns.empty() && before.returns != after.returns;
}

}  // namespace

void ApplyStatement(Context& context, const CreateFunction& create) {
  Function function;
  function.name = NewName(context, create.function, /*temporary=*/false);
  function.argument_types = SignatureOf(context.catalogue, create.argument_types);
  function.volatility = VolatilityNamed(create.volatility);
  function.language = create.language;
  function.procedure = create.procedure;
  if (create.returns && !create.returns_table) {
    TypeName returns = ResolveType(context.catalogue, *create.returns);
    returns.modifiers.clear();  // a function keeps none
    function.returns = (returns.set_of ? "SETOF " : "") + FormatType(returns);
  }
  function.origin = context.OriginAt(create.function.span);
  if (Function* existing = FindSame(context.catalogue, function)) {
    if (create.replace) {
      if (existing->procedure != function.procedure) {
        context
            .Conflict(ConflictKind::kWrongKind, "42809", "cannot change routine kind",
                      create.function.span)
            .other = existing->origin.span;
        return;
      }
      if (ReturnsOtherType(*existing, function, create.returns_table)) {
        context
            .Conflict(ConflictKind::kWrongKind, "42P13",
                      "cannot change return type of existing function", create.function.span)
            .other = existing->origin.span;
        return;
      }
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
  Trigger trigger{create.name, FunctionKey(context.catalogue, create.function),
                  context.OriginAt(create.table.span)};
  const auto existing = std::ranges::find(table.triggers, create.name, &Trigger::name);
  if (existing == table.triggers.end()) {
    table.triggers.push_back(std::move(trigger));
  } else if (create.replace) {
    *existing = std::move(trigger);
  } else {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     AlreadyExists("trigger", create.name, table), {});
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
