#include "tests/lint/locks/effects_text.h"

#include <gtest/gtest.h>

#include <vector>

#include "lint/schema/apply.h"
#include "lint/sql/parse.h"

namespace hoglint::testing {
namespace {

std::vector<Statement> Read(const std::string& sql, std::string& problems) {
  const SourceFile file(FileId{}, "test.sql", sql);
  ParsedFile parsed = Parse(file, {});
  for (const ParseProblem& problem : parsed.problems)
    problems += "problem: " + problem.message + "\n";
  return std::move(parsed.statements);
}

std::string Work(const Effect& effect) {
  std::string text(LockModeName(effect.lock));
  if (effect.rewrite) text += ", rewrite";
  if (effect.scan) text += effect.planned ? ", perhaps scan" : ", scan";
  if (effect.index_build) text += ", index build";
  if (effect.assumed) text += ", assumed";
  return text;
}

// Calls `add` for each effect of the statement; returns what kept it from being known.
template <typename Add>
std::string ForEach(const std::string& schema, const std::string& sql, const ServerOptions& server,
                    const Add& add) {
  std::string problems;
  Catalogue catalogue;
  for (const Statement& statement : Read(schema, problems)) {
    for (const Conflict& conflict : Apply(catalogue, statement, BatchId{1}).conflicts) {
      problems += "problem: " + conflict.message + "\n";
    }
  }
  for (const Statement& statement : Read(sql, problems)) {
    const StatementEffects effects = EffectsOf(statement, catalogue, server);
    for (const Effect& effect : effects.effects) add(effect);
    if (effects.not_modelled) problems += "not modelled: " + *effects.not_modelled + "\n";
  }
  return problems;
}

}  // namespace

std::string EffectsText(const std::string& schema, const std::string& statement,
                        const ServerOptions& server) {
  std::string text;
  const std::string problems = ForEach(schema, statement, server, [&](const Effect& effect) {
    text += DisplayName(effect.name) + ": " + Work(effect);
    if (!effect.reason.empty()) text += " -- " + effect.reason;
    text += "\n";
  });
  return text + problems;
}

std::string ShortEffects(const std::string& schema, const std::string& statement,
                         const ServerOptions& server) {
  std::string text;
  const std::string problems = ForEach(schema, statement, server, [&](const Effect& effect) {
    text += (text.empty() ? "" : "; ") + DisplayName(effect.name) + ": " + Work(effect);
  });
  return problems.empty() ? text : text + " " + problems;
}

namespace {

TEST(EffectsText, ShowsWhatTheModelSays) {
  EXPECT_EQ(EffectsText("CREATE TABLE t (a int);", "ALTER TABLE t ALTER a SET NOT NULL"),
            "t: ACCESS EXCLUSIVE, scan -- every row is checked for NULL\n");
  EXPECT_EQ(ShortEffects("CREATE TABLE t (a int);", "ALTER TABLE t ALTER a SET NOT NULL"),
            "t: ACCESS EXCLUSIVE, scan");
}

}  // namespace
}  // namespace hoglint::testing
