// BothRoads::RunEffects: the lock model beside the server, statement by statement.
#include <utility>

#include "lint/locks/effects.h"
#include "lint/sql/parse.h"
#include "tests/agreement/both_roads.h"
#include "tests/agreement/fold_road.h"
#include "tests/oracle/effect_comparison.h"

namespace hoglint::agreement {
namespace {

using oracle::SaidOf;

StatementEffects EffectsOfText(const Catalogue& before, const std::string& sql, int major) {
  Sources sources;
  const ParsedFile parsed = Parse(sources.Add("agreement.sql", sql), {});
  if (parsed.statements.size() != 1) return {{}, "not one statement"};
  return EffectsOf(parsed.statements.front(), before, {major, true});
}

// Tables are empty, which a rewrite's scan does not show.
SaidOf WithoutScansOfRewrites(SaidOf said, const SaidOf& seen) {
  for (auto& [name, one] : said) {
    const auto found = seen.find(name);
    if (found != seen.end() && found->second.rewrite) one.scan = false;
  }
  return said;
}

// Nor does an empty table draw numbers for its rows.
SaidOf WithoutNumbers(SaidOf said, const SaidOf& seen, const Catalogue& before) {
  std::erase_if(said, [&](const auto& entry) {
    const std::size_t dot = entry.first.find('.');
    const Relation* relation =
        before.Find(QualifiedName{entry.first.substr(0, dot), entry.first.substr(dot + 1)});
    return relation != nullptr && relation->sequence && !seen.contains(entry.first) &&
           entry.second.lock == static_cast<int>(LockMode::kRowExclusive);
  });
  return said;
}

// What is dropped and made anew under its name is one relation to the observation, two to the
// model.
SaidOf WithoutReplaced(SaidOf said, const Catalogue& before, const Catalogue& after) {
  std::erase_if(said, [&](const auto& entry) {
    const std::size_t dot = entry.first.find('.');
    const QualifiedName name{entry.first.substr(0, dot), entry.first.substr(dot + 1)};
    const Relation* one = before.Find(name);
    const Relation* other = after.Find(name);
    return one != nullptr && other != nullptr && one->id != other->id;
  });
  return said;
}

void Compare(const std::string& sql, std::size_t at, const StatementEffects& effects,
             const oracle::Observation& observation, const Catalogue& before,
             const Catalogue& after, Outcome& outcome) {
  const auto prepared = [&, seen = oracle::Observed(observation, before)](const SaidOf& said) {
    return WithoutReplaced(WithoutScansOfRewrites(said, seen), before, after);
  };
  const SaidOf observed = prepared(oracle::Observed(observation, before));
  const SaidOf modelled = WithoutNumbers(prepared(oracle::Modelled(effects)), observed, before);
  outcome.effects += observed.size();
  const std::string difference = effects.not_modelled ? oracle::Unfounded(observed, modelled)
                                                      : oracle::Difference(observed, modelled);
  if (difference.empty()) return;
  // The first two words of the statement, and how it differs.
  const std::size_t words = sql.find(' ', sql.find(' ') + 1);
  outcome.disagreements.push_back({Kind::kEffects, sql.substr(0, words) + ":" + ShapeOf(difference),
                                   sql + "\n" + difference, at});
}

std::string SearchPath(const Catalogue& catalogue) {
  std::string path;
  for (const std::string& schema : catalogue.search_path()) {
    path += (path.empty() ? "\"" : ", \"") + schema + "\"";
  }
  return "SET search_path = " + (path.empty() ? "''" : path);
}

}  // namespace

Result<oracle::Observation> BothRoads::Observe(const std::string& search_path,
                                               const std::string& sql) {
  Result<testing::Connection> session = server_.Connect(kDatabase);
  if (!session) return session.error();
  (void)session->Exec(search_path);
  (void)session->Exec("BEGIN");
  oracle::Observation seen = oracle::ObserveInTransaction(*session, sql);
  (void)session->Exec(seen.error ? "ROLLBACK" : "COMMIT");
  return seen;
}

Result<Outcome> BothRoads::RunEffects(const Sequence& sequence) {
  if (Result<bool> empty = Empty(); !empty) return empty.error();
  ++runs_;
  BeginTrail();
  Outcome outcome;
  Catalogue catalogue;
  for (std::size_t at = 0; at < sequence.size(); ++at) {
    const std::string sql = sequence[at].Text();
    // They would be gone with the session. Nothing is locked for the owner that a table has
    // already.
    if (sql.find("TEMPORARY") != std::string::npos || sql.find("OWNER TO") != std::string::npos) {
      continue;
    }
    FoldedStatement folded = FoldOne(catalogue, sql);
    const bool path = sql.starts_with("SET ");
    if (!path) {
      const Result<oracle::Observation> seen = Observe(SearchPath(catalogue), sql);
      if (!seen) return seen.error();
      ++(seen->error ? outcome.refused : outcome.accepted);
      if (seen->error) continue;
      // The catalogue before is right only where the fold agrees; Run sees to that.
      if (!folded.conflicts.empty()) break;
      Compare(sql, at, EffectsOfText(catalogue, sql, major()), *seen, catalogue, folded.after,
              outcome);
    }
    catalogue = std::move(folded.after);
  }
  return outcome;
}

}  // namespace hoglint::agreement
