// replace-function: a function that ran as its owner comes back without SECURITY DEFINER.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/routine_security.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/argument_types.h"

namespace hoglint::rules {
namespace {

// What the files said last of the function that the statement takes the place of.
struct Before {
  bool definer = false;
  Span place;
};

class DefinerReader {
 public:
  DefinerReader(const CreateFunction& create, const StatementFacts& facts)
      : facts_(facts),
        name_(facts.before.Resolve(create.function)),
        signature_(ArgumentTypes(create.argument_types)) {}

  // Absent where no file made it, or where it was gone before this batch.
  std::optional<Before> Read() {
    EachEarlier<CreateFunction, AlterFunction, Drop>(
        facts_, [&](const Statement& statement) { return Visit(statement); });
    return found_;
  }

 private:
  [[nodiscard]] bool IsIt(const ObjectName& function) const {
    return function.name == name_.name && facts_.before.Resolve(function) == name_;
  }

  [[nodiscard]] bool InBatch(const Statement& statement) const {
    return std::ranges::any_of(facts_.Earlier(), [&](const BatchStatement& earlier) {
      return earlier.statement == &statement;
    });
  }

  // False: enough is known.
  bool Visit(const Statement& statement) {
    if (const auto* create = As<CreateFunction>(statement)) {
      if (!IsIt(create->function)) return true;
      if (ArgumentTypes(create->argument_types) != signature_) return true;
      // One that the batch itself made is known to nobody.
      if (!InBatch(statement)) found_ = Before{create->security_definer, create->function.span};
      return false;
    }
    if (const auto* alter = As<AlterFunction>(statement)) return VisitAlter(*alter, statement);
    const auto* drop = As<Drop>(statement);
    const bool drops =
        drop != nullptr && std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
          return IsIt(object.name);
        });
    return !drops || InBatch(statement);
  }

  bool VisitAlter(const AlterFunction& alter, const Statement& statement) {
    const ObjectReference& function = alter.function;
    if (!IsIt(function.name) || InBatch(statement)) return true;
    if (function.arguments && ArgumentTypes(*function.arguments) != signature_) return true;
    const auto said = SaidOf(statement, facts_).definer;
    if (said) found_ = Before{*said, statement.span};
    return !said;
  }

  const StatementFacts& facts_;
  QualifiedName name_;
  std::vector<std::string> signature_;
  std::optional<Before> found_;
};

bool IsAlteredLater(const CreateFunction& create, const StatementFacts& facts) {
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* alter = As<AlterFunction>(*later.statement);
    return alter != nullptr && alter->function.name.name == create.function.name;
  });
}

// It takes the place of another one; only then is the history worth a look.
bool TakesPlace(const CreateFunction& create, const StatementFacts& facts) {
  if (create.replace && !facts.before.FindFunctions(create.function).empty()) return true;
  return std::ranges::any_of(
      facts.EarlierNaming(create.function.name), [&](std::uint32_t position) {
        return As<Drop>(*facts.batch.statements[position].statement) != nullptr;
      });
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateFunction>(facts.statement);
  if (create == nullptr || create->security_definer || !TakesPlace(*create, facts)) return;
  // By its promise it reads no table.
  if (create->volatility == "immutable") return;
  // Written out, it is meant.
  if (SaidOf(facts.statement, facts).definer || IsAlteredLater(*create, facts)) return;
  const auto before = DefinerReader(*create, facts).Read();
  if (!before || !before->definer) return;
  const std::string name = ShownName(create->function, facts);
  Finding& finding =
      findings.Add(create->function.span, fmt::format("takes SECURITY DEFINER from {}", name));
  finding.subject = name;
  finding.effect =
      "it ran with the rights of its owner, and what CREATE FUNCTION does not say is gone: from "
      "now on a caller needs rights on whatever it uses (42501), and row security hides rows "
      "from it";
  finding.remedy =
      "say SECURITY DEFINER again, with the SET search_path that belongs to it; or SECURITY "
      "INVOKER, if that is meant";
  finding.related.push_back({before->place, "it was SECURITY DEFINER here"});
}

}  // namespace

extern const Rule replace_function{
    .id = "replace-function",
    .family = Family::kCompatibility,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A function that ran as its owner is replaced without SECURITY DEFINER",
    .effect =
        "CREATE OR REPLACE FUNCTION keeps privileges, but nothing else of the old function: "
        "without SECURITY DEFINER the new one runs with the rights of whoever calls it. Callers "
        "that may not use its tables fail, and others see only the rows that policies let them "
        "see. Where one role does everything, nothing changes.",
    .remedy = "Say SECURITY DEFINER again, or SECURITY INVOKER where the change is meant.",
    .manual = "sql-createfunction.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
