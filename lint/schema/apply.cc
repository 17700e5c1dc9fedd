// Apply: one statement to its function, and what a DO block around it changes.
#include "lint/schema/apply.h"

#include <algorithm>
#include <type_traits>

#include "lint/schema/apply_statements.h"

namespace hoglint {
namespace {

// Statements that change nothing that the catalogue holds. A new kind of statement is not in this
// list and does not compile until somebody decides.
template <typename T>
constexpr bool kChangesNothing =
    std::is_same_v<T, CreateStatistics> || std::is_same_v<T, CreateRole> ||
    std::is_same_v<T, AlterFunction> || std::is_same_v<T, AlterOwner> ||
    std::is_same_v<T, Reindex> || std::is_same_v<T, Cluster> || std::is_same_v<T, Vacuum> ||
    std::is_same_v<T, TransactionControl> || std::is_same_v<T, Grant> || std::is_same_v<T, Comment>;

void Dispatch(apply::Context& context) {
  std::visit(
      [&](const auto& body) {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (!kChangesNothing<Body>) apply::ApplyStatement(context, body);
      },
      context.statement.body);
}

// The conditions of PL/pgSQL that catch a conflict of the kind (errcodes.txt).
bool Handles(const Nesting& nesting, const Conflict& conflict) {
  return std::ranges::any_of(nesting.handled_errors, [&](const std::string& condition) {
    if (condition == "others" || condition == "syntax_error_or_access_rule_violation") return true;
    switch (conflict.kind) {
      case ConflictKind::kDuplicate:
        return condition.starts_with("duplicate_") || condition == "invalid_table_definition";
      case ConflictKind::kMissing:
        return condition.starts_with("undefined_") || condition == "invalid_schema_name" ||
               condition == "invalid_foreign_key";
      case ConflictKind::kWrongKind:
        return condition == "wrong_object_type";
      case ConflictKind::kDependent:
        return condition == "dependent_objects_still_exist";
    }
    return false;
  });
}

// A conflict that the block catches, or that its condition was there to avoid.
bool IsSwallowed(const Nesting& nesting, const Conflict& conflict) {
  return nesting.conditional || Handles(nesting, conflict);
}

}  // namespace

ApplyOutcome Apply(Catalogue& catalogue, const Statement& statement, BatchId batch) {
  catalogue.BeginBatch(batch);
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
