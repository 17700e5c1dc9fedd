#include "tests/agreement/both_roads.h"

#include <algorithm>
#include <utility>

#include "checker/live/connection.h"
#include "checker/live/live_catalogue.h"
#include "lint/drift/same_definition.h"
#include "lint/drift/schema_drift.h"
#include "tests/agreement/fold_road.h"
#include "tests/support/live_schema.h"

namespace hoglint::agreement {
namespace {

using testing::QueryResult;

// Catalogue tables grow with every object that ever was.
constexpr int kRunsPerDatabase = 100;

constexpr char kDropAll[] = R"(DO $$
DECLARE one text;
BEGIN
  FOR one IN SELECT nspname FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
  LOOP EXECUTE format('DROP SCHEMA %I CASCADE', one); END LOOP;
  CREATE SCHEMA public;
END $$)";

// What one statement gave on both sides.
struct Step {
  const std::string& sql;
  std::size_t at = 0;
  const QueryResult& result;
  const FoldedStatement& folded;
};

std::string Shown(const Step& step, const std::string& said) {
  return step.sql + "\n  server: " +
         (step.result.ok() ? "done"
                           : step.result.error->sqlstate + " " + step.result.error->message) +
         "\n  fold: " + said;
}

void Accepted(const Step& step, Outcome& outcome) {
  ++outcome.accepted;
  if (!step.folded.not_modelled.empty()) ++outcome.not_modelled;
  for (const Conflict& conflict : step.folded.conflicts) {
    if (!conflict.certain) {
      ++outcome.doubted;
      continue;
    }
    const std::string said = std::string(conflict.sqlstate) + " " + conflict.message;
    outcome.disagreements.push_back({Kind::kFalseClaim, ShapeOf(said), Shown(step, said), step.at});
    return;
  }
}

void Refused(const Step& step, Outcome& outcome) {
  ++outcome.refused;
  const testing::SqlError& error = *step.result.error;
  const std::string said = error.sqlstate + " " + error.message;
  const std::string shape = error.sqlstate + ShapeOf(" " + error.message);
  if (step.folded.conflicts.empty()) {
    if (!step.folded.not_modelled.empty()) return;
    outcome.disagreements.push_back({Kind::kUnforeseen, shape, Shown(step, "nothing"), step.at});
    return;
  }
  ++outcome.foreseen;
  const Conflict& first = step.folded.conflicts.front();
  if (first.message == error.message) ++outcome.in_its_words;
  if (first.sqlstate == error.sqlstate) return;
  const std::string fold = std::string(first.sqlstate) + " " + first.message;
  outcome.disagreements.push_back(
      {Kind::kOtherError, shape + " / " + std::string(first.sqlstate), Shown(step, fold), step.at});
}

// One disagreement for all lines: they mostly have one cause.
void Add(Kind kind, const std::vector<std::string>& lines, std::size_t at, Outcome& outcome) {
  if (lines.empty()) return;
  Disagreement found{kind, ShapeOf(lines.front()), {}, at};
  for (const std::string& line : lines) found.detail += "  " + line + "\n";
  outcome.disagreements.push_back(std::move(found));
}

// The fold knows no versions. Before 15 sequences are never unlogged; from 17 on partitions have
// the identity of their table's columns.
testing::SchemaLines AsIfOf15And16(testing::SchemaLines lines, int major) {
  for (auto& [key, value] : lines) {
    if (major < 15 && value == "S unlogged") value = "S";
    const std::size_t identity = value.find(" identity ");
    if (major < 17 || identity == std::string::npos || !value.ends_with(" inherited")) continue;
    value = value.substr(0, identity) + " inherited";
  }
  return lines;
}

// Without what the fold says it does not know: the columns of views whose queries it cannot follow.
// PostgreSQL keeps DEFAULT NULL where it converts the NULL; it means nothing.
std::vector<std::string> Compare(const testing::SchemaLines& live, const Catalogue& fold,
                                 int major) {
  std::vector<std::string> lines = testing::CompareSchemas(
      AsIfOf15And16(live, major), AsIfOf15And16(testing::DescribeCatalogue(fold), major));
  std::vector<std::string> unknown;
  for (const auto& [name, id] : fold.relation_names()) {
    if (!fold.Get(id)->columns_unknown) continue;
    for (const char* side : {"- column ", "+ column "}) {
      unknown.push_back(side + name.schema + "." + name.name + ".");
    }
  }
  std::erase_if(lines, [&](const std::string& line) {
    if (line.starts_with("- default ") && line.ends_with(": null")) return true;
    return std::ranges::any_of(unknown, [&](const auto& start) { return line.starts_with(start); });
  });
  return lines;
}

void CompareDrift(const Catalogue& live, const Catalogue& fold, std::size_t at, Outcome& outcome) {
  std::vector<std::string> lines;
  for (const Difference& difference : Diff(fold, live, {})) {
    if (IsSpelling(difference)) continue;
    lines.push_back(DriftObjectName(difference) + ": " + difference.expected + " in the fold, " +
                    difference.actual + " in the database");
  }
  Add(Kind::kDrift, lines, at, outcome);
}

}  // namespace

std::string ShapeOf(const std::string& text) {
  static const std::string kLong = "_with_a_name_so_long_that_names_made_of_it_are_cut";
  std::string shape;
  bool quoted = false;  // names in messages; the catalogue's lines have no quotes
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted || (c >= '0' && c <= '9')) continue;
    shape += c;
  }
  for (std::size_t at = shape.find(kLong); at != std::string::npos; at = shape.find(kLong)) {
    shape.erase(at, kLong.size());
  }
  return shape;
}

std::string_view NameOf(Kind kind) {
  switch (kind) {
    case Kind::kSchema:
      return "schema";
    case Kind::kDrift:
      return "drift";
    case Kind::kFalseClaim:
      return "false claim";
    case Kind::kUnforeseen:
      return "unforeseen";
    case Kind::kOtherError:
      return "other error";
    case Kind::kEffects:
      return "effects";
  }
  return "?";
}

Result<bool> BothRoads::Empty() {
  if (connection_ && runs_ % kRunsPerDatabase != 0) {
    if (connection_->Exec("DISCARD ALL").ok() && connection_->Exec(kDropAll).ok()) return true;
  }
  connection_.reset();
  drift_.reset();
  const QueryResult made = server_.CreateDatabase(kDatabase);
  if (!made.ok()) return Error{made.error->message};
  Result<testing::Connection> connection = server_.Connect(kDatabase);
  if (!connection) return connection.error();
  connection_ = std::move(*connection);
  return true;
}

Result<Outcome> BothRoads::Run(const Sequence& sequence) {
  if (Result<bool> empty = Empty(); !empty) return empty.error();
  ++runs_;
  BeginTrail();
  Outcome outcome;
  Catalogue catalogue;
  for (std::size_t at = 0; at < sequence.size(); ++at) {
    const std::string sql = sequence[at].Text();
    const QueryResult result = connection_->Exec(sql);
    if (!result.ok() && result.error->sqlstate.empty()) return Error{result.error->message};
    FoldedStatement folded = FoldOne(catalogue, sql);
    const Step step{sql, at, result, folded};
    result.ok() ? Accepted(step, outcome) : Refused(step, outcome);
    if (result.ok()) catalogue = std::move(folded.after);
  }
  const Result<testing::SchemaLines> live = testing::ReadSchema(*connection_);
  if (!live) return live.error();
  outcome.facts = live->size();
  const std::size_t last = sequence.empty() ? 0 : sequence.size() - 1;
  Add(Kind::kSchema, Compare(*live, catalogue, major()), last, outcome);
  const Result<Catalogue> read = ReadForDrift();
  if (!read) return read.error();
  CompareDrift(*read, catalogue, last, outcome);
  return outcome;
}

// drift takes one session for one transaction; here it has one after the other, since a session
// costs more than what is asked in it.
Result<Catalogue> BothRoads::ReadForDrift() {
  if (!drift_) {
    auto database = ConnectToDatabase({.url = server_.ConnInfo(kDatabase), .given_by = "the test"});
    if (!database) return database.error();
    drift_ = std::move(*database);
  } else {
    for (const char* sql : {"BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
                            "SET LOCAL search_path = pg_catalog"}) {
      if (auto done = drift_->Read({"the schema", sql, {}}); !done) return done.error();
    }
  }
  Result<Catalogue> live = ReadLiveCatalogue(*drift_);
  if (!live) return live.error();
  if (auto done = drift_->Read({"the schema", "COMMIT", {}}); !done) return done.error();
  return live;
}

}  // namespace hoglint::agreement
