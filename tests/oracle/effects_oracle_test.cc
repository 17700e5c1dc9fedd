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
#include "tests/oracle/recordings.h"

namespace hoglint {
namespace {

using oracle::Case;
using oracle::Observation;
using oracle::Recordings;

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

// What either side says of one relation.
struct Said {
  int lock = 0;
  bool rewrite = false;
  bool scan = false;
  bool index_build = false;
  bool planned = false;  // the model's: scan is the planner's choice
  bool assumed = false;  // the model's: the worst case
};
using SaidOf = std::map<std::string, Said>;  // by relation

std::string Describe(const Said& said) {
  std::string text(oracle::kLockModes[static_cast<std::size_t>(said.lock)]);
  if (said.rewrite) text += ", rewrite";
  if (said.scan) text += said.planned ? ", perhaps a scan" : ", scan";
  if (said.index_build) text += ", index build";
  if (said.assumed) text += " (assumed)";
  return text;
}

// The observed side. Recordings mark a table when one of its indexes has new storage, and indexes
// with `rewrite` only; here, as in the model, both have an index build when an index is built. An
// index whose table is not even locked was not built: its file was copied to another tablespace.
// What the statement made itself is not the model's matter.
SaidOf Observed(const Observation& observation, const Catalogue& before) {
  SaidOf result;
  const auto find = [&](const std::string& name) {
    const std::size_t dot = name.find('.');
    return before.Find(QualifiedName{name.substr(0, dot), name.substr(dot + 1)});
  };
  std::set<std::string> locked;
  for (const oracle::RelationObservation& seen : observation.relations) {
    if (seen.lock > 0) locked.insert(seen.relation);
  }
  for (const oracle::RelationObservation& seen : observation.relations) {
    if (seen.created) continue;
    const Relation* relation = find(seen.relation);
    bool built = seen.index_built && seen.lock > 0;
    if (relation != nullptr && relation->index && seen.rewritten) {
      const Relation* table = before.Get(relation->index->table);
      built = table != nullptr && locked.contains(table->name.schema + "." + table->name.name);
    }
    // A scan of a replaced file that returned no row is one of the new, empty file: TRUNCATE.
    const bool scan = seen.rows_read > 0 || (seen.scans > 0 && !seen.rewritten);
    const Said said{seen.lock, seen.rewritten, scan, built};
    const bool nothing = !said.lock && !said.rewrite && !said.scan && !said.index_build;
    if (!nothing) result[seen.relation] = said;
  }
  return result;
}

SaidOf Modelled(const StatementEffects& effects) {
  SaidOf result;
  for (const Effect& effect : effects.effects) {
    result[effect.name.schema + "." + effect.name.name] = Said{static_cast<int>(effect.lock),
                                                               effect.rewrite,
                                                               effect.scan,
                                                               effect.index_build,
                                                               effect.planned,
                                                               effect.assumed};
  }
  return result;
}

// Equal in everything that the model claims. A scan that the planner decides on is no claim; an
// assumed effect claims that it is no worse.
bool Agree(const Said& seen, const Said& model) {
  const bool scan = model.planned || seen.scan == model.scan;
  if (!model.assumed) {
    return scan && seen.lock == model.lock && seen.rewrite == model.rewrite &&
           seen.index_build == model.index_build;
  }
  return seen.lock <= model.lock && (!seen.rewrite || model.rewrite) &&
         (!seen.index_build || model.index_build) && (!seen.scan || model.scan || model.planned);
}

// "-" what the server did, "+" what the model says; empty when they agree.
std::string Difference(const SaidOf& observed, const SaidOf& modelled) {
  std::set<std::string> names;
  for (const auto& [name, said] : observed) names.insert(name);
  for (const auto& [name, said] : modelled) names.insert(name);
  std::string text;
  for (const std::string& name : names) {
    const auto seen = observed.find(name);
    const auto model = modelled.find(name);
    const bool untouched = seen == observed.end();
    if (model != modelled.end() && (!untouched || model->second.assumed) &&
        Agree(untouched ? Said{} : seen->second, model->second)) {
      continue;
    }
    if (!untouched) text += "  - " + name + ": " + Describe(seen->second) + "\n";
    if (model != modelled.end()) text += "  + " + name + ": " + Describe(model->second) + "\n";
  }
  return text;
}

// What the model says of a statement that it follows in part only must have happened.
std::string Unfounded(const SaidOf& observed, const SaidOf& modelled) {
  SaidOf both;
  for (const auto& [name, said] : observed) {
    if (modelled.contains(name)) both[name] = said;
  }
  return Difference(both, modelled);
}

// Relations on which the model assumed more than the server did.
std::string Assumptions(const SaidOf& observed, const SaidOf& modelled) {
  std::string text;
  for (const auto& [name, model] : modelled) {
    const auto seen = observed.find(name);
    Said exact = model;
    exact.assumed = false;
    if (model.assumed && (seen == observed.end() || !Agree(seen->second, exact))) {
      text += " " + name;
    }
  }
  return text;
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
    auto cases = oracle::LoadCases(OracleFolder() / "cases");
    ASSERT_TRUE(cases.has_value()) << cases.error().message;
    cases_ = *std::move(cases);
    auto recordings = oracle::ReadRecordings(OracleFolder() / "observed.tsv");
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
}  // namespace hoglint
