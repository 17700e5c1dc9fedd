// drop-other: functions, triggers, policies, sequences, extensions and the like go away. Tables,
// columns, types, views, constraints and schemas have rules of their own.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lint/facts/cascade.h"
#include "lint/facts/role_privileges.h"
#include "lint/facts/routine_callers.h"
#include "lint/facts/stand_in.h"
#include "lint/rule/granted_text.h"
#include "lint/rule/recreation_loss_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What is said of a kind of objects; an empty name: not reported.
struct Kind {
  std::string_view name;
  std::string_view effect;
  Level level = Level::kWarning;
};

Kind KindOf(ObjectKind kind) {
  constexpr std::string_view kCalled =
      "code that is deployed now fails where it calls what is gone";
  switch (kind) {
    case ObjectKind::kFunction:
      return {"function", kCalled};
    case ObjectKind::kProcedure:
      return {"procedure", kCalled};
    case ObjectKind::kRoutine:
      return {"routine", kCalled};
    case ObjectKind::kAggregate:
      return {"aggregate", kCalled};
    case ObjectKind::kOperator:
      return {"operator", "queries that use it fail"};
    case ObjectKind::kSequence:
      return {"sequence", "the position is gone, and code that draws numbers from it fails"};
    case ObjectKind::kTrigger:
      return {"trigger",
              "what happened by itself for every row does not any more, and nothing says so",
              Level::kNote};
    case ObjectKind::kRule:
      return {"rule", "statements on the table do something else from now on", Level::kNote};
    case ObjectKind::kPolicy:
      return {"policy",
              "rows that a permissive policy let roles see or write are hidden from now on; rows "
              "that a restrictive one hid can be seen"};
    case ObjectKind::kExtension:
      return {"extension", "its functions, types and operators go, and what calls them fails"};
    case ObjectKind::kPublication:
      return {"publication",
              "subscribers get no more changes, and what they miss is not sent later"};
    default:
      return {};
  }
}

// The statement of the files that created the function; null when none did.
const CreateFunction* Definition(const Function& function, const StatementFacts& facts) {
  if (function.origin.batch == BatchId::kBeforeHistory) return nullptr;
  const Span& span = function.origin.span;
  for (const Migration& migration : facts.track.migrations) {
    if (migration.file != span.file) continue;
    const auto& statements = migration.parsed.statements;
    const auto found = std::ranges::find_if(statements, [&](const Statement& statement) {
      return statement.span.begin <= span.begin && span.end <= statement.span.end &&
             As<CreateFunction>(statement) != nullptr;
    });
    if (found != statements.end()) return As<CreateFunction>(*found);
  }
  return nullptr;
}

// Nobody calls a trigger function; while a trigger uses it, only CASCADE drops it.
bool IsTriggerFunction(const Function& function, const StatementFacts& facts) {
  const CreateFunction* definition = Definition(function, facts);
  return definition != nullptr && definition->returns &&
         (definition->returns->name == "trigger" || definition->returns->name == "event_trigger");
}

bool IsHarmlessFunction(const ObjectReference& object, const Drop& drop,
                        const StatementFacts& facts) {
  const auto functions = facts.before.FindFunctions(object.name);
  if (functions.empty()) return HistoryIsComplete(facts);
  if (std::ranges::all_of(functions, [&](const Function* function) {
        return function->origin.batch == facts.batch.id;
      })) {
    return true;
  }
  if (drop.cascade && !TakenAlong(facts).empty()) return false;
  return std::ranges::all_of(functions, [&](const Function* function) {
    return function->origin.batch == facts.batch.id || IsTriggerFunction(*function, facts);
  });
}

bool IsCommand(const Statement& statement, std::string_view command) {
  const auto* other = As<OtherStatement>(statement);
  return other != nullptr && other->command == command;
}

// The sequence of a new identity column gets that name, as that of a serial one had it.
bool GivesIdentity(const Statement& statement, const std::string& sequence) {
  const auto* alter = As<AlterTable>(statement);
  return alter != nullptr &&
         std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
           return action.kind == AlterTableKind::kAddIdentity &&
                  sequence == alter->table.name + "_" + action.column + "_seq";
         });
}

// True when the statement makes an object of the kind and name again, or another one that may stand
// in for it: any trigger or policy of the table for one.
bool MakesAgain(const Statement& statement, ObjectKind kind, const ObjectReference& object) {
  const std::string& name = object.name.name;
  const auto on_table = [&](const ObjectName& table) {
    return object.parent && table.name == object.parent->name;
  };
  switch (kind) {
    case ObjectKind::kTrigger: {
      const auto* create = As<CreateTrigger>(statement);
      return create != nullptr && on_table(create->table);
    }
    case ObjectKind::kPolicy: {
      const auto* create = As<CreatePolicy>(statement);
      return create != nullptr && on_table(create->table);
    }
    case ObjectKind::kRule: {
      const auto* create = As<CreateRule>(statement);
      return create != nullptr && create->name == name && on_table(create->table);
    }
    case ObjectKind::kSequence: {
      const auto* create = As<CreateSequence>(statement);
      return (create != nullptr && create->sequence.name == name) || GivesIdentity(statement, name);
    }
    case ObjectKind::kExtension: {
      const auto* create = As<CreateExtension>(statement);
      return create != nullptr && create->name == name;
    }
    case ObjectKind::kPublication:
      return IsCommand(statement, "CREATE PUBLICATION");
    default: {
      const auto* create = As<CreateFunction>(statement);
      return create != nullptr && create->function.name == name;
    }
  }
}

// True when the batch drops the table, or a column of it: that is the finding then.
bool TableSpeaks(const Statement& statement, const ObjectName& table) {
  if (const auto* drop = As<Drop>(statement)) {
    return (drop->kind == ObjectKind::kTable || drop->kind == ObjectKind::kView) &&
           std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
             return object.name.name == table.name;
           });
  }
  const auto* alter = As<AlterTable>(statement);
  return alter != nullptr && alter->table.name == table.name &&
         std::ranges::any_of(alter->actions, [](const AlterTableAction& action) {
           return action.kind == AlterTableKind::kDropColumn ||
                  action.kind == AlterTableKind::kDisableRowSecurity;
         });
}

// What stands in for it may also come first.
bool IsMadeAgain(const Drop& drop, const ObjectReference& object, const StatementFacts& facts) {
  return std::ranges::any_of(facts.batch.statements, [&](const BatchStatement& other) {
    return MakesAgain(*other.statement, drop.kind, object);
  });
}

bool TableAnswers(const ObjectReference& object, const StatementFacts& facts) {
  if (!object.parent) return false;
  const auto speaks = [&](std::uint32_t position) {
    return TableSpeaks(*facts.batch.statements[position].statement, *object.parent);
  };
  return std::ranges::any_of(facts.EarlierNaming(object.parent->name), speaks) ||
         std::ranges::any_of(facts.LaterNaming(object.parent->name), speaks);
}

// A part of a table that is known not to be there, is new, or has no effect.
bool IsHarmlessPart(const Drop& drop, const ObjectReference& object, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(*object.parent);
  if (table == nullptr) return drop.if_exists && IsKnownMissing(*object.parent, facts);
  if (IsNew(*table, facts)) return true;
  if (table->assumed || !HistoryIsComplete(facts)) return false;
  const std::string& name = object.name.name;
  switch (drop.kind) {
    case ObjectKind::kTrigger: {
      const auto found = std::ranges::find(table->triggers, name, &Trigger::name);
      return found == table->triggers.end() ? drop.if_exists
                                            : found->origin.batch == facts.batch.id;
    }
    case ObjectKind::kPolicy: {
      const auto found = std::ranges::find(table->policies, name, &Policy::name);
      return (found == table->policies.end() && drop.if_exists) || !table->row_security;
    }
    case ObjectKind::kRule:
      return drop.if_exists && std::ranges::find(table->rules, name) == table->rules.end();
    default:
      return false;
  }
}

bool IsHarmless(const Drop& drop, const ObjectReference& object, const StatementFacts& facts) {
  switch (drop.kind) {
    case ObjectKind::kTrigger:
    case ObjectKind::kPolicy:
    case ObjectKind::kRule:
      return !object.parent || IsHarmlessPart(drop, object, facts);
    case ObjectKind::kSequence: {
      const Relation* sequence = facts.before.Find(object.name);
      return sequence == nullptr ? drop.if_exists && IsKnownMissing(object.name, facts)
                                 : IsNew(*sequence, facts);
    }
    case ObjectKind::kExtension:
      return drop.if_exists && HistoryIsComplete(facts) &&
             !facts.before.extensions().contains(object.name.name);
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kRoutine:
      return IsHarmlessFunction(object, drop, facts);
    default:
      return false;  // aggregates, operators: the catalogue has none of them
  }
}

std::string Shown(const Drop& drop, const ObjectReference& object, const StatementFacts& facts) {
  if (object.parent) {
    return fmt::format("{} of {}", QuoteIdentifier(object.name.name),
                       ShownName(*object.parent, facts));
  }
  const bool plain = drop.kind == ObjectKind::kExtension || drop.kind == ObjectKind::kPublication;
  return plain ? QuoteIdentifier(object.name.name) : ShownName(object.name, facts);
}

// What one migration drops of a kind is one finding; what takes others along is one of its own.
void Report(const Drop& drop, const ObjectReference& object, const StatementFacts& facts,
            Findings& findings) {
  const Kind kind = KindOf(drop.kind);
  const std::string shown = Shown(drop, object, facts);
  Finding& finding = findings.Add(object.name.span, fmt::format("drops {} {}", kind.name, shown));
  finding.subject = shown;
  finding.level = kind.level;
  finding.effect = kind.effect;
  finding.remedy = "make sure that nothing that is deployed relies on it any more";
  const bool first = &object == &drop.objects.front();
  const std::string along = drop.cascade && first ? CascadeText(facts) : "";
  if (along.empty()) {
    finding.group = kind.name;
    finding.group_label = "and " + shown;
    return;
  }
  finding.level = Level::kError;
  finding.effect += along;
  finding.remedy =
      "without CASCADE PostgreSQL refuses while something depends on it: drop what depends on it "
      "one by one, so that the review sees each";
}

bool IsRoutine(ObjectKind kind) {
  return kind == ObjectKind::kFunction || kind == ObjectKind::kProcedure ||
         kind == ObjectKind::kRoutine;
}

// The batch makes another one of the name, which deployed code cannot call as it did.
void ReportReplaced(const Drop& drop, const ObjectReference& object, const CallersLoss& loss,
                    const StatementFacts& facts, Findings& findings) {
  const std::string shown = Shown(drop, object, facts);
  Finding& finding = findings.Add(
      object.name.span, loss.calls
                            ? fmt::format("drops {} {} and creates it again with other arguments",
                                          KindOf(drop.kind).name, shown)
                            : fmt::format("drops {} {} and creates it again without {}",
                                          KindOf(drop.kind).name, shown, ColumnList(loss.columns)));
  finding.subject = shown;
  finding.level = Level::kWarning;
  finding.effect = loss.calls
                       ? "code that is deployed now calls it with as many arguments as the old one "
                         "took, and fails (42883)"
                       : "code that is deployed now fails as soon as it names what the result has "
                         "no longer (42703)";
  finding.remedy =
      loss.calls
          ? "keep the old one beside the new one, give new arguments a DEFAULT, or drop the "
            "old one in a later deploy"
          : "keep what the result has, or give the new one another name and drop the old one "
            "in a later deploy";
  finding.related.push_back({loss.place, "created again here"});
}

// The batch makes another one, which lacks something of the old one.
void ReportRecreated(const Drop& drop, const ObjectReference& object, const RecreationLoss& loss,
                     const StatementFacts& facts, Findings& findings) {
  const std::string shown = Shown(drop, object, facts);
  Finding& finding =
      findings.Add(object.name.span,
                   fmt::format("drops {} {} and {}", KindOf(drop.kind).name, shown, loss.what));
  finding.subject = shown;
  finding.level = loss.level;
  finding.effect = loss.effect;
  finding.remedy = loss.remedy;
  if (loss.created) finding.related.push_back({*loss.created, "created again here"});
  AddGranted(finding, loss.grants);
}

// DROP SUBSCRIPTION is no Drop: its name is not known.
void CheckSubscription(const StatementFacts& facts, Findings& findings) {
  if (!IsCommand(facts.statement, "DROP SUBSCRIPTION")) return;
  const auto creates = [](const BatchStatement& other) {
    return IsCommand(*other.statement, "CREATE SUBSCRIPTION");
  };
  if (std::ranges::any_of(facts.Later(), creates)) return;
  Finding& finding = findings.Add(facts.statement.span, "drops a subscription");
  finding.subject = "subscription";
  finding.level = Level::kWarning;
  finding.effect = "no more changes arrive from the publisher";
  finding.remedy = "make sure that nothing that is deployed relies on it any more";
}

// A role that nobody took its privileges from is refused.
void CheckRole(const ObjectName& role, const StatementFacts& facts, Findings& findings) {
  const std::vector<HeldGrant> held = HeldBy(role.name, facts);
  if (held.empty()) return;
  const std::string shown = QuoteIdentifier(role.name);
  Finding& finding =
      findings.Add(role.span, fmt::format("drops role {}, which still has privileges", shown));
  finding.subject = shown;
  finding.effect = fmt::format(
      "the migration fails: role \"{}\" cannot be dropped because some objects depend on it "
      "(2BP01)",
      role.name);
  finding.remedy = "revoke before it what the files granted:";
  for (const HeldGrant& grant : held) {
    finding.remedy +=
        SqlLine(fmt::format("REVOKE ALL ON {} FROM {};", ObjectsOf(*grant.grant, facts), shown));
  }
  finding.related.push_back({held.front().place, "granted here"});
}

void Check(const StatementFacts& facts, Findings& findings) {
  CheckSubscription(facts, findings);
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr) return;
  const Nesting& nesting = facts.statement.nesting;
  const bool certain = !nesting.conditional && nesting.handled_errors.empty();
  for (const ObjectReference& object : drop->objects) {
    if (drop->kind == ObjectKind::kRole && certain) CheckRole(object.name, facts, findings);
  }
  if (KindOf(drop->kind).name.empty()) return;
  for (const ObjectReference& object : drop->objects) {
    if (IsHarmless(*drop, object, facts)) continue;
    if (const auto loss = IsRoutine(drop->kind) ? LossOfCallers(object, facts) : std::nullopt) {
      ReportReplaced(*drop, object, *loss, facts, findings);
      continue;
    }
    if (TableAnswers(object, facts)) continue;
    if (!IsMadeAgain(*drop, object, facts)) {
      Report(*drop, object, facts, findings);
    } else if (const auto lost = LossOfRecreation(*drop, object, facts)) {
      ReportRecreated(*drop, object, *lost, facts, findings);
    }
  }
}

}  // namespace

extern const Rule drop_other{
    .id = "drop-other",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary =
        "A function, trigger, policy, sequence, extension, rule, publication or role is dropped",
    .effect =
        "No rows are lost, but what deployed code calls, or what triggers, rules and policies did "
        "in silence, is gone. It is an error when CASCADE takes along what the files are known to "
        "have, when a SECURITY DEFINER function comes back without the REVOKE from PUBLIC, and for "
        "a "
        "role that still has privileges, which PostgreSQL refuses to drop; a note for triggers and "
        "rules, else a warning.",
    .remedy =
        "Deploy code that no longer relies on the object first. Replacing one is not reported: "
        "CREATE OR REPLACE, or DROP and CREATE in one batch, of a function that can be called as "
        "before, gives the same columns and is open to the same roles, of a trigger for the same "
        "events, of policies for the same commands; nor are trigger functions, which nobody calls, "
        "and a trigger or policy whose table or column the batch drops.",
    .manual = "sql-dropfunction.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
