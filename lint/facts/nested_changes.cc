#include "lint/facts/nested_changes.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lint/facts/statement_words.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

// Most statements have none: their text need not be looked at.
bool MayNest(const Statement& statement) {
  if (const auto* select = As<Select>(statement)) return !select->query.writes.empty();
  if (const auto* insert = As<Insert>(statement)) return !insert->writes.empty();
  if (const auto* update = As<Update>(statement)) return !update->writes.empty();
  if (const auto* remove = As<Delete>(statement)) return !remove->writes.empty();
  const auto* copy = As<Copy>(statement);
  return copy != nullptr && copy->query && !copy->query->writes.empty();
}

// The token is the bracket of AS (...), AS MATERIALIZED (...) or COPY (...).
bool OpensQuery(const StatementWords& words, std::size_t at) {
  if (at == 0 || !words.IsSign(at, "(")) return false;
  return words.IsWord(at - 1, "as") || words.IsWord(at - 1, "materialized") ||
         words.IsWord(at - 1, "copy");
}

// The token that closes the bracket; the number of tokens when none does.
std::size_t PartnerOf(const StatementWords& words, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < words.tokens().size(); ++at) {
    if (words.IsSign(at, "(")) ++depth;
    if (words.IsSign(at, ")") && --depth == 0) return at;
  }
  return words.tokens().size();
}

bool HasWord(const StatementWords& words, std::size_t begin, std::size_t end,
             std::string_view word) {
  for (std::size_t at = begin; at < end; ++at) {
    if (words.IsWord(at, word)) return true;
  }
  return false;
}

// The one statement that the text is.
std::optional<Statement> Parsed(std::string_view text) {
  const SourceFile file(FileId{}, "", std::string(text));
  ParsedFile parsed = Parse(file, {});
  if (!parsed.problems.empty() || parsed.statements.size() != 1) return std::nullopt;
  return std::move(parsed.statements.front());
}

}  // namespace

std::vector<NestedChange> NestedChanges(const StatementFacts& facts) {
  std::vector<NestedChange> found;
  if (!MayNest(facts.statement)) return found;
  const StatementWords words(facts);
  const std::size_t count = words.tokens().size();
  const bool writes = HasWord(words, 0, count, "insert") || HasWord(words, 0, count, "set");
  for (std::size_t at = 0; at + 1 < count; ++at) {
    const bool changes = words.IsWord(at + 1, "delete") || words.IsWord(at + 1, "update");
    if (!changes || !OpensQuery(words, at)) continue;
    const std::size_t end = PartnerOf(words, at);
    if (end == count) continue;
    const Span place = words.SpanOf(at + 1, end - 1);
    auto statement = Parsed(facts.sources.Text(place));
    if (!statement) continue;
    statement->span = place;
    statement->nesting = facts.statement.nesting;
    const bool returns = HasWord(words, at + 1, end, "returning");
    found.push_back({.statement = std::move(*statement), .may_be_kept = writes && returns});
  }
  return found;
}

StatementFacts FactsOfNested(const Statement& nested, const StatementFacts& outer) {
  return {.statement = nested,
          .migration = outer.migration,
          .track = outer.track,
          .sources = outer.sources,
          .batch = outer.batch,
          .index = outer.index,
          .transaction = outer.transaction,
          .before = outer.before,
          .effects = outer.effects,
          .runner = outer.runner,
          .server = outer.server,
          .timeouts = outer.timeouts,
          .held = outer.held,
          .dropped = outer.dropped};
}

}  // namespace hoglint
