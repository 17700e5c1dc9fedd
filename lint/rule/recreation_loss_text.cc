#include "lint/rule/recreation_loss_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lint/facts/stand_in.h"
#include "lint/rule/granted_text.h"
#include "lint/rule/wording.h"
#include "lint/sql/argument_types.h"

namespace hoglint {
namespace {

// "FUNCTION f(integer)": as GRANT names it.
std::string NameOf(const CreateFunction& create, const StatementFacts& facts) {
  return fmt::format("{} {}({})", create.procedure ? "PROCEDURE" : "FUNCTION",
                     ShownName(create.function, facts),
                     fmt::join(ArgumentTypes(create.argument_types), ", "));
}

// The only function of that name that the batch makes.
const Statement* MadeAgain(const QualifiedName& name, const StatementFacts& facts) {
  const Statement* found = nullptr;
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const Statement& later = *facts.batch.statements[position].statement;
    const auto* create = As<CreateFunction>(later);
    if (create == nullptr || facts.before.Resolve(create->function) != name) continue;
    if (found != nullptr) return nullptr;
    found = &later;
  }
  return found;
}

std::string Lines(const std::vector<std::string>& statements) {
  std::string lines;
  for (const std::string& statement : statements) lines += SqlLine(statement);
  return lines;
}

// PUBLIC may call the new function, as the default is, and could not call the old one.
void SayRestored(RecreationLoss& loss, const CreateFunction& create, const std::string& shown) {
  loss.level = create.security_definer ? Level::kError : Level::kWarning;
  loss.what = "creates it again for every role to call";
  loss.effect = fmt::format(
      "EXECUTE was revoked from PUBLIC, which has it on every new function: every role may call "
      "it{}",
      create.security_definer ? ", with the rights of its owner" : "");
  loss.remedy =
      fmt::format("CREATE OR REPLACE keeps what was revoked; or {}, behind its creation:{}",
                  loss.grants.empty() ? "revoke it again" : "revoke and grant again",
                  SqlLine(fmt::format("REVOKE EXECUTE ON {} FROM PUBLIC;", shown)));
}

std::optional<RecreationLoss> LossOfRoutine(const ObjectReference& object,
                                            const StatementFacts& facts) {
  if (facts.before.FindFunctions(object.name).size() != 1) return std::nullopt;
  const QualifiedName name = facts.before.ResolveExisting(object.name);
  const Statement* again = MadeAgain(name, facts);
  if (again == nullptr || again->nesting.conditional) return std::nullopt;
  const PublicExecute execute = PublicExecuteOf(name, facts);
  if (execute == PublicExecute::kAsBefore) return std::nullopt;
  const auto& create = *As<CreateFunction>(*again);
  RecreationLoss loss{.level = Level::kWarning,
                      .what = "creates it again without what was granted on it",
                      .effect = {},
                      .remedy = "grant it again, behind its creation:",
                      .created = create.function.span,
                      .grants = LostGrants(name, GrantedKind::kRoutine, facts)};
  if (execute == PublicExecute::kRevoked && loss.grants.empty()) return std::nullopt;
  const std::string shown = NameOf(create, facts);
  if (execute == PublicExecute::kRestored) {
    SayRestored(loss, create, shown);
  } else {
    loss.effect =
        fmt::format("privileges go with the old one: {} may not call it (42501, permission denied)",
                    RolesOf(loss.grants));
  }
  loss.remedy += Lines(GrantsOn(shown, loss.grants));
  return loss;
}

std::optional<RecreationLoss> LossOfSequence(const ObjectReference& object,
                                             const StatementFacts& facts) {
  const QualifiedName name = facts.before.ResolveExisting(object.name);
  const auto positions = facts.LaterNaming(name.name);
  const auto found = std::ranges::find_if(positions, [&](std::uint32_t position) {
    const auto* create = As<CreateSequence>(*facts.batch.statements[position].statement);
    return create != nullptr && facts.before.Resolve(create->sequence) == name;
  });
  if (found == positions.end()) return std::nullopt;
  const Statement& again = *facts.batch.statements[*found].statement;
  auto grants = LostGrants(name, GrantedKind::kSequence, facts);
  if (grants.empty() || again.nesting.conditional) return std::nullopt;
  const std::string shown = fmt::format("SEQUENCE {}", ShownName(object.name, facts));
  RecreationLoss loss{.level = Level::kWarning,
                      .what = "creates it again without what was granted on it",
                      .effect = {},
                      .remedy = "grant it again, behind its creation:",
                      .created = again.span,
                      .grants = std::move(grants)};
  loss.effect = fmt::format(
      "privileges go with the old one: {} may not draw numbers from it (42501, permission denied)",
      RolesOf(loss.grants));
  loss.remedy += Lines(GrantsOn(shown, loss.grants));
  return loss;
}

std::optional<RecreationLoss> LossOfTrigger(const ObjectReference& trigger,
                                            const StatementFacts& facts) {
  const LeftOut left_out = LeftOutOfTrigger(trigger, facts);
  if (left_out.commands.empty()) return std::nullopt;
  const std::string events = JoinNames(left_out.commands);
  return RecreationLoss{
      .level = Level::kNote,
      .what = "creates none that fires on " + events,
      .effect = fmt::format(
          "what happened by itself at every {} does not any more, and nothing says so", events),
      .remedy = fmt::format("let a trigger fire on {} too, unless nothing relies on it", events),
      .created = std::nullopt,
      .grants = {}};
}

// What those meet whom no permissive policy covers: "finds no row, and fails at INSERT (42501)".
std::string MetWithout(const std::vector<std::string>& commands) {
  const auto has = [&](std::string_view command) {
    return std::ranges::find(commands, command) != commands.end();
  };
  std::vector<std::string> met;
  if (has("SELECT")) met.emplace_back("SELECT finds no row");
  if (has("UPDATE")) met.emplace_back("UPDATE changes no row");
  if (has("DELETE")) met.emplace_back("DELETE removes no row");
  if (has("INSERT")) met.emplace_back("INSERT fails (42501)");
  return JoinNames(met);
}

std::optional<RecreationLoss> LossOfPolicy(const ObjectReference& policy,
                                           const StatementFacts& facts) {
  const LeftOut left_out = LeftOutOfPolicy(policy, facts);
  if (left_out.commands.empty()) return std::nullopt;
  const std::string commands = JoinNames(left_out.commands);
  const std::string who = left_out.roles.empty() ? "" : " of " + JoinNames(left_out.roles);
  return RecreationLoss{
      .level = Level::kWarning,
      .what = fmt::format("leaves no {} policy for {}{}",
                          left_out.restrictive ? "restrictive" : "permissive", commands, who),
      .effect = left_out.restrictive
                    ? "rows that it hid, or did not let be written, are no longer kept back"
                    : fmt::format("for {}, {}",
                                  left_out.roles.empty() ? "whoever policies bind"
                                                         : JoinNames(left_out.roles),
                                  MetWithout(left_out.commands)),
      .remedy =
          "create a policy for those too, unless nobody shall do that any more; test it as the "
          "role of the application: SET ROLE, and the queries that the code sends",
      .created = std::nullopt,
      .grants = {}};
}

}  // namespace

std::optional<RecreationLoss> LossOfRecreation(const Drop& drop, const ObjectReference& object,
                                               const StatementFacts& facts) {
  switch (drop.kind) {
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kRoutine:
      return LossOfRoutine(object, facts);
    case ObjectKind::kSequence:
      return LossOfSequence(object, facts);
    case ObjectKind::kTrigger:
      return object.parent ? LossOfTrigger(object, facts) : std::nullopt;
    case ObjectKind::kPolicy:
      return object.parent ? LossOfPolicy(object, facts) : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace hoglint
