// set-schema: an object that deployed code names moves to another schema.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/granted.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/granted_text.h"
#include "lint/rule/one_transaction.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// "table" and the like; empty for kinds that no code names by their schema.
std::string_view KindName(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kTable:
      return "table";
    case ObjectKind::kForeignTable:
      return "foreign table";
    case ObjectKind::kView:
      return "view";
    case ObjectKind::kMaterializedView:
      return "materialized view";
    case ObjectKind::kSequence:
      return "sequence";
    case ObjectKind::kType:
      return "type";
    case ObjectKind::kDomain:
      return "domain";
    case ObjectKind::kFunction:
      return "function";
    case ObjectKind::kProcedure:
      return "procedure";
    case ObjectKind::kRoutine:
      return "routine";
    case ObjectKind::kAggregate:
      return "aggregate";
    case ObjectKind::kExtension:
      return "extension";
    default:
      return {};
  }
}

bool IsNewObject(const SetSchema& move, const StatementFacts& facts) {
  if (const Relation* relation = facts.before.Find(move.object.name))
    return IsNew(*relation, facts);
  if (const Type* type = facts.before.FindType(move.object.name)) {
    return type->origin.batch == facts.batch.id;
  }
  const auto functions = facts.before.FindFunctions(move.object.name);
  return !functions.empty() && std::ranges::all_of(functions, [&](const Function* function) {
    return function->origin.batch == facts.batch.id;
  });
}

// The view under the old name in the same transaction: nobody sees a gap. Null where none is made.
const Statement* ViewLeft(const ObjectName& name, const StatementFacts& facts) {
  const QualifiedName old_name = facts.before.ResolveExisting(name);
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const Statement& later = *facts.batch.statements[position].statement;
    const auto* view = As<CreateView>(later);
    const bool left = view != nullptr && CommitsWith(position, facts) &&
                      facts.before.Resolve(view->view) == old_name;
    if (left) return &later;
  }
  return nullptr;
}

// The remedy of what can be read under its old name through a view.
std::string ViewRemedy(const SetSchema& move, const StatementFacts& facts) {
  const ObjectName& name = move.object.name;
  const std::string old_name = ShownName(name, facts);
  const std::string new_name = ToString(QualifiedName{move.new_schema, name.name});
  std::vector<std::string> lines = {
      fmt::format("ALTER TABLE {} SET SCHEMA {};", old_name, QuoteIdentifier(move.new_schema)),
      fmt::format("CREATE VIEW {}{} AS SELECT * FROM {};", old_name,
                  facts.server.major_version >= 15 ? " WITH (security_invoker = true)" : "",
                  new_name)};
  // What was granted goes with the table.
  const auto grants = LostGrants(facts.before.ResolveExisting(name), GrantedKind::kRelation, facts);
  for (std::string& grant : GrantsOn(old_name, grants)) lines.push_back(std::move(grant));
  return "leave a view under the old name in the same transaction:" +
         InOneTransaction(lines, facts);
}

bool HoldsRows(ObjectKind kind) {
  return kind == ObjectKind::kTable || kind == ObjectKind::kForeignTable ||
         kind == ObjectKind::kView || kind == ObjectKind::kMaterializedView;
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* move = As<SetSchema>(facts.statement);
  if (move == nullptr) return;
  const std::string_view kind = KindName(move->kind);
  const ObjectName& name = move->object.name;
  if (kind.empty() || IsNewObject(*move, facts)) return;
  if (const Statement* view = ViewLeft(name, facts)) {
    return ReportUngrantedView(name, *view, facts, findings);
  }
  if (move->if_exists && HoldsRows(move->kind) && IsKnownMissing(name, facts)) return;

  const std::string old_name =
      move->kind == ObjectKind::kExtension ? QuoteIdentifier(name.name) : ShownName(name, facts);
  Finding& finding = findings.Add(name.span, fmt::format("moves {} {} to schema {}", kind, old_name,
                                                         QuoteIdentifier(move->new_schema)));
  finding.subject = old_name;
  finding.effect = fmt::format(
      "code that is deployed now does not find {} any more, unless the new schema is on its search "
      "path",
      old_name);
  if (!HoldsRows(move->kind)) {
    finding.level = Level::kWarning;
    finding.remedy = "put the new schema on the search path of every role first";
    return;
  }
  finding.remedy = ViewRemedy(*move, facts);
  AddCodeUses(facts.before.ResolveExisting(name), "", facts, finding);
}

}  // namespace

extern const Rule set_schema{
    .id = "set-schema",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A table, view, type or function that already exists moves to another schema",
    .effect =
        "Code that is still running looks in the old schema and fails, unless its search path "
        "has the new one as well.",
    .remedy =
        "Leave a view under the old name in the same transaction, granted to those who use the "
        "table, or put the new schema on the search path of every role before the move.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
