// several-statements-in-chunk: more than one statement where the driver takes only one.
#include <fmt/format.h>

#include <cstddef>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// How many top-level statements of the chunk stand before this one; two is as good as more.
int CountBefore(const StatementFacts& facts) {
  int count = 0;
  for (std::size_t i = facts.index; i > 0 && count < 2; --i) {
    const BatchStatement& earlier = facts.batch.statements[i - 1];
    const bool same =
        earlier.migration == &facts.migration && earlier.statement->chunk == facts.statement.chunk;
    if (!same) break;
    if (!earlier.statement->nesting.in_do_block) ++count;
  }
  return count;
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (!facts.runner.one_statement_per_chunk || facts.statement.nesting.in_do_block) return;
  if (CountBefore(facts) != 1) return;  // the second one, once a chunk
  Finding& finding =
      findings.Add(facts.statement.span, "stands in one chunk with the statement before");
  finding.subject = fmt::format("chunk {}", facts.statement.chunk + 1);
  finding.effect = fmt::format(
      "{} sends a chunk as one prepared statement: PostgreSQL refuses two commands in it (42601), "
      "and the migration fails",
      facts.runner.name);
  finding.remedy = fmt::format("end every statement with a breakpoint:{}",
                               SqlLine("...;--> statement-breakpoint"));
}

}  // namespace

extern const Rule several_statements_in_chunk{
    .id = "several-statements-in-chunk",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A chunk has several statements, and the driver takes one",
    .effect =
        "Neon's HTTP driver sends what stands between two breakpoints as one prepared statement, "
        "in "
        "which PostgreSQL accepts a single command: \"cannot insert multiple commands into a "
        "prepared statement\". Other drivers send a simple query, which may hold several.",
    .remedy = "Put --> statement-breakpoint between the statements.",
    .manual = "protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
