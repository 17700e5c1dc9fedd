// stale-index: a function that an index, a generated column or a CHECK was made with gets another
// body.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/statements_by_kind.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/tokens.h"

namespace hoglint::rules {
namespace {

// The words of a body, without comments and blanks.
std::vector<std::string> Words(const std::string& body) {
  const sql::Tokens tokens(body);
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) words.emplace_back(tokens.Text(i));
  return words;
}

bool HasOtherBody(const CreateFunction& create, const CreateFunction& before) {
  // The text of a SQL-standard body is not kept.
  if (create.body.empty() || before.body.empty()) return false;
  return create.language != before.language || Words(create.body) != Words(before.body);
}

// The definition that the statement replaces; null where no earlier batch has one.
const CreateFunction* Replaced(const CreateFunction& create, const StatementFacts& facts) {
  const QualifiedName name = facts.before.Resolve(create.function);
  const CreateFunction* found = nullptr;
  EachEarlier<CreateFunction>(facts, [&](const Statement& statement) {
    const auto* earlier = As<CreateFunction>(statement);
    if (earlier->function.name != name.name) return true;
    if (facts.before.Resolve(earlier->function) != name) return true;
    found = earlier;
    return false;
  });
  return found;
}

bool Calls(const Expression& expression, const QualifiedName& function,
           const StatementFacts& facts) {
  return std::ranges::any_of(expression.functions, [&](const FunctionCall& call) {
    return call.name.name == function.name && facts.before.Resolve(call.name) == function;
  });
}

bool Calls(const Boxed<Expression>& expression, const QualifiedName& function,
           const StatementFacts& facts) {
  return expression && Calls(*expression, function, facts);
}

// What was made with the function, and keeps what it returned.
struct Kept {
  std::vector<std::string> names;    // "index inv_lbl of inv", "column g of inv"
  std::vector<std::string> indexes;  // as REINDEX names them
  std::vector<std::string> columns;  // "inv.g"
  bool checks = false;
};

bool IsOfIndex(const IndexDetails& index, const QualifiedName& function,
               const StatementFacts& facts) {
  return Calls(index.where, function, facts) ||
         std::ranges::any_of(index.elements, [&](const IndexElement& element) {
           return Calls(element.expression, function, facts);
         });
}

// The batch builds it anew, or drops it.
bool IsRebuilt(const Relation& index, const Relation& table, const StatementFacts& facts) {
  if (!facts.LaterNaming(index.name.name).empty()) return true;
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* reindex = As<Reindex>(*later.statement);
    if (reindex == nullptr) return false;
    return !reindex->relation || reindex->relation->name == index.name.name ||
           reindex->relation->name == table.name.name;
  });
}

void AddIndexes(const Relation& table, const QualifiedName& function, const StatementFacts& facts,
                Kept& kept) {
  for (const RelationId id : table.indexes) {
    const Relation* index = facts.before.Get(id);
    if (index == nullptr || !index->index || !IsOfIndex(*index->index, function, facts)) continue;
    // One of a partition goes with its parent's.
    if (index->index->parent || IsRebuilt(*index, table, facts)) continue;
    kept.indexes.push_back(DisplayName(index->name));
    kept.names.push_back(
        fmt::format("index {} of {}", QuoteIdentifier(index->name.name), DisplayName(table.name)));
  }
}

// Some UPDATE or DROP of the batch is the answer.
bool IsWrittenLater(const Relation& table, const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(table.name.name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    return As<Update>(later) != nullptr || As<Drop>(later) != nullptr ||
           As<AlterTable>(later) != nullptr;
  });
}

void AddParts(const Relation& table, const QualifiedName& function, const StatementFacts& facts,
              Kept& kept) {
  if (IsWrittenLater(table, facts)) return;
  const std::string of = " of " + DisplayName(table.name);
  for (const Column& column : table.columns) {
    if (column.generated != Generated::kStored || column.inherited) continue;
    if (!Calls(column.generated_expression, function, facts)) continue;
    kept.columns.push_back(DisplayName(table.name) + "." + QuoteIdentifier(column.name));
    kept.names.push_back("generated column " + QuoteIdentifier(column.name) + of);
  }
  for (const Constraint& constraint : table.constraints) {
    if (constraint.inherited || !constraint.validated) continue;
    if (!Calls(constraint.check, function, facts)) continue;
    kept.checks = true;
    kept.names.push_back("check " + QuoteIdentifier(constraint.name) + of);
  }
}

Kept KeptWith(const QualifiedName& function, const StatementFacts& facts) {
  Kept kept;
  for (const auto& [name, id] : facts.before.relation_names()) {
    const Relation& relation = *facts.before.Get(id);
    if (IsNewAndEmpty(relation, facts)) continue;
    AddIndexes(relation, function, facts, kept);
    AddParts(relation, function, facts, kept);
  }
  return kept;
}

void Explain(Finding& finding, const Kept& kept) {
  std::vector<std::string> effects;
  if (!kept.indexes.empty()) {
    effects.emplace_back(
        "an index keeps what the old body returned: queries that use it miss rows, and a unique "
        "one lets duplicates in");
    std::string lines;
    for (const std::string& index : kept.indexes) {
      lines += SqlLine(fmt::format("REINDEX INDEX CONCURRENTLY {};", index));
    }
    finding.remedy = fmt::format(
        "unless the new body returns the same for every row, build them anew once the migration "
        "has run, by hand:{}",
        lines);
  }
  if (!kept.columns.empty()) {
    const bool one = kept.columns.size() == 1;
    effects.push_back(
        fmt::format("{} {} the old values until a column that {} computed from is written",
                    JoinNames(kept.columns), one ? "keeps" : "keep", one ? "it is" : "they are"));
    if (finding.remedy.empty()) {
      finding.remedy =
          "unless the new body returns the same for every row, write the rows anew in batches: SET "
          "a column that it is computed from to itself, since SET ... = DEFAULT computes nothing";
    }
  }
  if (kept.checks) {
    effects.emplace_back(
        "rows that the CHECK would refuse now stay, until an UPDATE of one of them fails (23514)");
    if (finding.remedy.empty()) {
      finding.remedy =
          "add the CHECK under another name NOT VALID, validate it in a later deploy, and drop "
          "this one";
    }
  }
  finding.effect = fmt::format("{}", fmt::join(effects, "; "));
}

// It has the old one's parameters: else it is another function, or refused for a name (will-fail).
bool HasParametersOf(const CreateFunction& create, const Function& function) {
  if (function.argument_types.size() != create.argument_types.size()) return false;
  std::vector<std::string> names;
  for (const RoutineParameter& parameter : create.parameters) {
    const bool input =
        parameter.mode != ParameterMode::kOut && parameter.mode != ParameterMode::kTable;
    if (input) names.push_back(parameter.name);
  }
  return std::ranges::equal(names, function.argument_names,
                            [](const std::string& now, const std::string& before) {
                              return before.empty() || now == before;
                            });
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateFunction>(facts.statement);
  if (create == nullptr || !create->replace || create->procedure) return;
  // Of several functions of the name, an expression does not tell which one it calls.
  const auto functions = facts.before.FindFunctions(create->function);
  if (functions.size() != 1 || functions.front()->origin.batch == facts.batch.id) return;
  if (!HasParametersOf(*create, *functions.front())) return;
  const QualifiedName name = functions.front()->name;
  const Kept kept = KeptWith(name, facts);
  if (kept.names.empty()) return;
  const CreateFunction* before = Replaced(*create, facts);
  if (before == nullptr || !HasOtherBody(*create, *before)) return;
  const std::string shown = ShownName(create->function, facts);
  Finding& finding =
      findings.Add(create->function.span,
                   fmt::format("changes {}(), which {} {} made with", shown, JoinNames(kept.names),
                               kept.names.size() == 1 ? "was" : "were"));
  finding.subject = shown;
  Explain(finding, kept);
  if (kept.indexes.empty() && kept.columns.empty()) finding.level = Level::kNote;
  finding.related.push_back({before->function.span, "the old body"});
}

}  // namespace

extern const Rule stale_index{
    .id = "stale-index",
    .family = Family::kData,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A function that an index, a generated column or a CHECK was made with is changed",
    .effect =
        "PostgreSQL takes IMMUTABLE at its word and looks at no row when the body changes. An "
        "index goes on with what the old body returned, so that the same query finds rows without "
        "the index that it does not find with it. Stored generated columns keep the old values, "
        "and rows that a CHECK would refuse by now stay.",
    .remedy =
        "Where the new body returns something else for rows that are there, build such indexes "
        "anew with REINDEX CONCURRENTLY behind the migration, and write generated columns anew in "
        "batches. Or make a function of another name, and an index with that.",
    .manual = "sql-createindex.html#SQL-CREATEINDEX-NOTES",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
