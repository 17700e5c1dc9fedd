#include "lint/facts/transaction_end.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/facts/caught_error.h"
#include "lint/facts/statement_words.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

std::string_view EndingCommand(const Statement& statement) {
  const auto* control = As<TransactionControl>(statement);
  if (control == nullptr) return {};
  if (control->kind == TransactionKind::kCommit) return "COMMIT";
  return control->kind == TransactionKind::kRollback ? "ROLLBACK" : "";
}

// The text ends behind EXCEPTION WHEN, before the END of that block: what follows runs only after
// an error.
bool EndsInHandler(std::string_view text) {
  const std::string lower = ToLowerAscii(text);
  const std::size_t at = lower.rfind("exception");
  if (at == std::string::npos) return false;
  const std::vector<apply::TextPart> parts = apply::Parts(std::string_view(lower).substr(at));
  return parts.size() > 1 && parts[1].text == "when" &&
         std::ranges::find(parts, "end", &apply::TextPart::text) == parts.end();
}

// EXECUTE 'COMMIT' fails in any case (0A000), and for another reason.
bool IsExecuted(const StatementFacts& facts) {
  const Span& place = facts.statement.span;
  return place.begin > 0 && facts.sources.Text({place.file, place.begin - 1, place.begin}) == "'";
}

bool IsInHandler(const StatementFacts& facts) {
  const Span& place = facts.statement.span;
  for (std::size_t i = facts.index; i > 0; --i) {
    const Statement& earlier = *facts.batch.statements[i - 1].statement;
    if (earlier.nesting.in_do_block) continue;
    if (earlier.span.file != place.file || earlier.span.begin >= place.begin) return false;
    return EndsInHandler(facts.sources.Text({place.file, earlier.span.begin, place.begin}));
  }
  return false;
}

// CALL name: the name.
std::optional<ObjectName> CalledBy(const StatementFacts& facts) {
  const auto* other = As<OtherStatement>(facts.statement);
  if (other == nullptr || other->command != "CALL") return std::nullopt;
  const StatementWords words(facts);
  if (words.tokens().size() < 3) return std::nullopt;
  ObjectName name;
  name.name = apply::ValueOf(words.tokens()[1]);
  if (words.IsSign(2, ".") && words.tokens().size() > 3) {
    name.schema = std::move(name.name);
    name.name = apply::ValueOf(words.tokens()[3]);
  }
  return name;
}

// The last statement before this one that creates the procedure; null when no file has it.
const CreateFunction* ProcedureOf(const ObjectName& name, const StatementFacts& facts) {
  const QualifiedName called = facts.before.Resolve(name);
  const auto functions = EarlierOfKind<CreateFunction>(facts);
  const auto found = std::find_if(functions.rbegin(), functions.rend(), [&](const auto& entry) {
    const auto* create = As<CreateFunction>(*entry.statement);
    return create->procedure && facts.before.Resolve(create->function) == called;
  });
  return found == functions.rend() ? nullptr : As<CreateFunction>(*found->statement);
}

// The command by which the procedure ends its transaction, outside of exception handlers.
std::string_view EndsIn(const CreateFunction& procedure, const Span& place) {
  if (ToLowerAscii(procedure.body).find("exception") != std::string::npos) return {};
  const auto statements = ParseRoutineBody(procedure, place);
  if (!statements) return {};
  for (const Statement& statement : *statements) {
    const std::string_view command = EndingCommand(statement);
    if (!command.empty()) return command;
  }
  return {};
}

}  // namespace

std::string EndsTransactionInside(const StatementFacts& facts) {
  if (Catches(facts.statement.nesting, "invalid_transaction_termination")) return {};
  if (facts.statement.nesting.in_do_block) {
    const std::string_view command = EndingCommand(facts.statement);
    if (!command.empty()) {
      const bool unsaid = IsExecuted(facts) || IsInHandler(facts);
      return unsaid ? "" : fmt::format("runs {} in a DO block", command);
    }
  }
  const auto name = CalledBy(facts);
  if (!name) return {};
  const CreateFunction* procedure = ProcedureOf(*name, facts);
  const std::string_view command =
      procedure == nullptr ? "" : EndsIn(*procedure, facts.statement.span);
  if (command.empty()) return {};
  return fmt::format("calls {}, which runs {},", DisplayName(facts.before.Resolve(*name)), command);
}

}  // namespace hoglint
