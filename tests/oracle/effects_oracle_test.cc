// The lock model against what real servers did: for every recorded case and version the same locks,
// rewrites, scans and index builds, on exactly the same relations. Needs no server: it reads
// tests/oracle/observed.tsv.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "lint/locks/effects.h"
#include "lint/schema/apply.h"
#include "lint/sql/parse.h"
#include "tests/oracle/case.h"
#include "tests/oracle/effect_comparison.h"
#include "tests/oracle/recordings.h"

namespace hoglint::oracle {
namespace {

std::filesystem::path OracleFolder() {
  const char* root = std::getenv("HOGLINT_SOURCE_DIR");
  return std::filesystem::path(root == nullptr ? "." : root) / "tests" / "oracle";
}

std::string ReadText(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Statements of a text with their catalogue: the standard schema, then what a case adds.
class Folder {
 public:
  explicit Folder(const std::string& schema) { Run("schema.sql", schema); }

  // Applies every statement; the first problem is kept.
  void Run(const std::string& name, const std::string& sql) {
    for (const Statement& statement : Read(name, sql)) {
      for (const Conflict& conflict : Apply(catalogue_, statement, BatchId{1}).conflicts) {
        problem_ += name + ": " + conflict.message + "\n";
      }
    }
  }

  std::vector<Statement> Read(const std::string& name, const std::string& sql) {
    const SourceFile file(FileId{}, name, sql);
    ParsedFile parsed = Parse(file, {});
    for (const ParseProblem& problem : parsed.problems) problem_ += name + ": " + problem.message;
    return std::move(parsed.statements);
  }

  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  Catalogue catalogue_;
  std::string problem_;
};

// All statements of the text (a DO block's body too) as one: later ones see what earlier ones did.
StatementEffects EffectsOfText(Folder& folder, const std::string& sql, int major) {
  const ServerOptions server{major, true};
  const std::vector<Statement> statements = folder.Read("statement", sql);
  if (statements.size() == 1) {
    return EffectsOf(statements.front(), folder.catalogue(), server);
  }
  StatementEffects all;
  for (const Statement& statement : statements) {
    StatementEffects effects = EffectsOf(statement, folder.catalogue(), server);
    if (effects.not_modelled && !all.not_modelled) all.not_modelled = effects.not_modelled;
    for (Effect& effect : effects.effects) all.effects.push_back(std::move(effect));
  }
  return all;
}

std::string Lines(const std::set<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "  " + line + "\n";
  return text;
}

class EffectsOracle : public ::testing::Test {
 protected:
  void SetUp() override {
    auto cases = LoadCases(OracleFolder() / "cases");
    ASSERT_TRUE(cases.has_value()) << cases.error().message;
    cases_ = *std::move(cases);
    auto recordings = ReadRecordings(OracleFolder() / "observed.tsv");
    ASSERT_TRUE(recordings.has_value()) << recordings.error().message;
    recordings_ = *std::move(recordings);
    schema_ = ReadText(OracleFolder() / "setup" / "schema.sql");
  }

  std::vector<Case> cases_;
  Recordings recordings_;
  std::string schema_;
};

TEST_F(EffectsOracle, TheStandardSchemaFoldsWithoutConflict) {
  const Folder folder(schema_);
  EXPECT_EQ(folder.problem(), "");
}

TEST_F(EffectsOracle, TheModelSaysWhatEveryVersionDid) {
  // Clauses that our Statement does not hold (yet), so that no model could know better. Each entry
  // must differ, or it is to be taken off.
  const std::map<std::string, std::string> kUntold = {
      {"alter-publication-set", "the tables that the publication had before SET TABLE"},
      {"create-constraint-trigger-from", "CREATE CONSTRAINT TRIGGER ... FROM table"},
      {"select-for-share", "FOR SHARE in a nested query"},
      {"select-for-update", "FOR UPDATE in a nested query"},
      {"vacuum-skip-locked", "VACUUM (SKIP_LOCKED), which never waits, so that nothing was seen"},
  };
  int compared = 0;
  int different = 0;
  std::set<std::string> not_modelled;
  std::set<std::string> assumed;
  const Folder standard(schema_);
  for (const Case& one : cases_) {
    const auto recorded = recordings_.find(one.id);
    if (recorded == recordings_.end()) continue;
    Folder folder = standard;
    folder.Run(one.id, one.given);
    std::map<std::string, std::string> differences;  // text -> versions
    for (const auto& [major, observation] : recorded->second) {
      if (observation.error) continue;
      const StatementEffects effects = EffectsOfText(folder, one.statement, major);
      const SaidOf observed = Observed(observation, folder.catalogue());
      const SaidOf modelled = Modelled(effects);
      std::string text;
      if (effects.not_modelled) {
        not_modelled.insert(one.id + ": " + *effects.not_modelled);
        text = Unfounded(observed, modelled);
      } else {
        ++compared;
        text = Difference(observed, modelled);
      }
      if (const auto names = Assumptions(observed, modelled); !names.empty()) {
        assumed.insert(one.id + ":" + names);
      }
      if (!text.empty()) differences[text] += " " + std::to_string(major);
    }
    if (const auto known = kUntold.find(one.id); known != kUntold.end()) {
      EXPECT_FALSE(differences.empty()) << one.id << " agrees now: take it off the list";
      continue;
    }
    for (const auto& [text, versions] : differences) {
      ++different;
      ADD_FAILURE() << one.id << " (" << one.file << ".sql:" << one.line << ")," << versions
                    << "\n  " << one.statement << "\n"
                    << text;
    }
  }
  std::printf(
      "%d observations compared, %d differences\nnot modelled, hence not compared:\n%s"
      "assumed worse than observed:\n%s",
      compared, different, Lines(not_modelled).c_str(), Lines(assumed).c_str());
}

}  // namespace
}  // namespace hoglint::oracle
