// Apply: one statement to its function, and what a DO block around it changes.
#include "lint/schema/apply.h"

#include <algorithm>
#include <type_traits>

#include "lint/schema/apply_statements.h"
#include "lint/sql/sql_states.h"

namespace hoglint {
namespace {

// Statements that change nothing that the catalogue holds. A new kind of statement is not in this
// list and does not compile until somebody decides.
template <typename T>
constexpr bool kChangesNothing =
    std::is_same_v<T, CreateStatistics> || std::is_same_v<T, CreateRole> ||
    std::is_same_v<T, AlterFunction> || std::is_same_v<T, AlterOwner> ||
    std::is_same_v<T, TransactionControl>;

void Dispatch(apply::Context& context) {
  std::visit(
      [&](const auto& body) {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (!kChangesNothing<Body>) apply::ApplyStatement(context, body);
      },
      context.statement.body);
}

// The conditions of PL/pgSQL that catch the conflict. (errcodes.txt: class 42 as a whole has a name
// of its own.)
bool Handles(const Nesting& nesting, const Conflict& conflict) {
  const std::optional<std::string> condition = sql::ConditionOfSqlState(conflict.sqlstate);
  return std::ranges::any_of(nesting.handled_errors, [&](const std::string& handled) {
    if (handled == "others") return true;
    if (handled == "syntax_error_or_access_rule_violation") {
      return conflict.sqlstate.starts_with("42");
    }
    return handled == conflict.sqlstate || handled == condition;
  });
}

// A conflict that the block catches, or that its condition was there to avoid.
bool IsSwallowed(const Nesting& nesting, const Conflict& conflict) {
  return nesting.conditional || Handles(nesting, conflict);
}

}  // namespace

ApplyOutcome Apply(Catalogue& catalogue, const Statement& statement, BatchId batch) {
  catalogue.BeginBatch(batch);
  catalogue.BeginStatement(statement.span);
  apply::Context context{catalogue, statement, batch, {}};
  const Nesting& nesting = statement.nesting;
  if (!nesting.conditional && nesting.handled_errors.empty()) {
    Dispatch(context);
    return std::move(context.outcome);
  }
  Catalogue before = catalogue;
  // In a complete history what the files never made is not there, and the condition says so.
  const bool sure = catalogue.complete() && nesting.conditional;
  Dispatch(context);
  const auto swallowed = [&](const Conflict& conflict) { return IsSwallowed(nesting, conflict); };
  const auto skips = [&](const Conflict& conflict) {
    return (conflict.certain || sure) && swallowed(conflict);
  };
  const bool skipped = std::ranges::any_of(context.outcome.conflicts, skips);
  std::erase_if(context.outcome.conflicts, swallowed);
  if (skipped) catalogue = std::move(before);
  return std::move(context.outcome);
}

}  // namespace hoglint
