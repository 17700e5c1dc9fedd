// identifier-too-long: PostgreSQL cuts a name at 63 bytes, without an error.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/facts/statement_words.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// NAMEDATALEN - 1 (manual: sql-syntax-lexical, identifiers).
constexpr std::size_t kLongest = 63;

struct LongName {
  std::string written;
  std::string stored;
  Span span;
};

bool IsIdentifier(const apply::TextPart& token) {
  return token.kind == apply::TokenKind::kWord || token.kind == apply::TokenKind::kQuoted;
}

std::vector<LongName> LongNames(const StatementFacts& facts) {
  std::vector<LongName> names;
  if (facts.statement.span.end - facts.statement.span.begin <= kLongest) return names;
  const StatementWords words(facts);
  for (std::size_t at = 0; at < words.tokens().size(); ++at) {
    const apply::TextPart& token = words.tokens()[at];
    if (!IsIdentifier(token) || token.text.size() <= kLongest) continue;
    std::string name = apply::ValueOf(token);
    if (name.size() <= kLongest || std::ranges::count(names, name, &LongName::written) > 0) {
      continue;
    }
    std::string stored = TruncateIdentifier(name);
    names.push_back({std::move(name), std::move(stored), words.SpanOf(at, at)});
  }
  return names;
}

// Statements that may keep quiet about a name that is taken.
bool MayKeepQuiet(const Statement& statement) {
  if (const auto* index = As<CreateIndex>(statement)) return index->if_not_exists;
  return As<AlterTable>(statement) != nullptr;
}

// What has the stored name already, under another written one: that object's place.
std::optional<Span> OtherOfName(const LongName& name, const Span& origin,
                                const StatementFacts& facts) {
  if (origin.begin == origin.end) return std::nullopt;
  const bool same = facts.sources.Text(origin).find(name.written) != std::string_view::npos;
  return same ? std::nullopt : std::optional(origin);
}

// The statement keeps quiet about a name that is taken: IF NOT EXISTS, or a handler around it.
std::optional<Span> SwallowedCollision(const LongName& name, const StatementFacts& facts) {
  if (const auto* index = As<CreateIndex>(facts.statement)) {
    if (index->name != name.stored) return std::nullopt;
    const QualifiedName table = facts.before.ResolveExisting(index->table);
    const Relation* taken = facts.before.Find(QualifiedName{table.schema, name.stored});
    return taken == nullptr ? std::nullopt : OtherOfName(name, taken->origin.span, facts);
  }
  const auto* alter = As<AlterTable>(facts.statement);
  const Relation* table = alter == nullptr ? nullptr : facts.before.Find(alter->table);
  if (table == nullptr) return std::nullopt;
  for (const AlterTableAction& action : alter->actions) {
    if (action.column_definition && action.if_not_exists &&
        action.column_definition->name == name.stored) {
      const Column* column = table->FindColumn(name.stored);
      return column == nullptr ? std::nullopt : OtherOfName(name, column->origin.span, facts);
    }
    const bool quiet = facts.statement.nesting.in_do_block;
    if (action.constraint && quiet && action.constraint->name == name.stored) {
      const Constraint* taken = table->FindConstraint(name.stored);
      return taken == nullptr ? std::nullopt : OtherOfName(name, taken->origin.span, facts);
    }
  }
  return std::nullopt;
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (!MayKeepQuiet(facts.statement)) return;
  for (const LongName& name : LongNames(facts)) {
    const std::optional<Span> other = SwallowedCollision(name, facts);
    if (!other) continue;
    Finding& finding = findings.Add(
        name.span, fmt::format("creates nothing: cut to 63 bytes, its name {} is taken",
                               QuoteIdentifier(name.stored)));
    finding.subject = name.written;
    finding.effect =
        "two long names become one, and the statement does nothing, without an error: the "
        "database lacks what the file seems to create";
    finding.remedy = "give it a name of at most 63 bytes";
    finding.related.push_back({*other, "has that name"});
  }
}

}  // namespace

extern const Rule identifier_too_long{
    .id = "identifier-too-long",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Two names that are equal in their first 63 bytes: the second object is not created",
    .effect =
        "PostgreSQL cuts identifiers at 63 bytes and says so in a NOTICE only. A second index, "
        "column or constraint whose name differs further behind has the name of the first: IF NOT "
        "EXISTS, or a DO block that catches duplicate_object, then skips it in silence. (Without "
        "these the statement fails, which will-fail says.)",
    .remedy = "Give the constraint or index a shorter name of its own.",
    .manual = "sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
