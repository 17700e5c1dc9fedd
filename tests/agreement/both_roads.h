// Runs a sequence on a server and through the fold, and compares what both say and what is left.
#ifndef HOGLINT_TESTS_AGREEMENT_BOTH_ROADS_H_
#define HOGLINT_TESTS_AGREEMENT_BOTH_ROADS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checker/live/database.h"
#include "lint/base/result.h"
#include "lint/schema/catalogue.h"
#include "tests/agreement/piece.h"
#include "tests/oracle/observation.h"
#include "tests/support/postgres_connection.h"
#include "tests/support/postgres_server.h"

namespace hoglint::agreement {

// How the two differ.
enum class Kind : std::uint8_t {
  kSchema,      // what is left at the end: the queries of tests/support/live_schema
  kDrift,       // the same, in the eyes of hoglint drift
  kFalseClaim,  // the fold is certain that the server refuses, and the server does not
  kUnforeseen,  // the server refuses, and the fold says nothing
  kOtherError,  // both refuse, with different SQLSTATEs
  kEffects,     // the lock model says something else than what the server did
};

struct Disagreement {
  Kind kind{};
  // Without names and numbers, so that the same disagreement in another sequence has the same.
  std::string shape;
  std::string detail;
  std::size_t statement = 0;  // after which, or by which; the last one for kSchema and kDrift
};

struct Outcome {
  std::size_t accepted = 0;
  std::size_t refused = 0;
  std::size_t foreseen = 0;      // of those refused: the fold says so
  std::size_t in_its_words = 0;  // of those: with the server's message
  std::size_t doubted = 0;       // accepted, though the fold called them doubtful
  std::size_t not_modelled = 0;  // accepted, and not followed by the fold
  std::size_t facts = 0;         // lines compared at the end
  std::size_t effects = 0;       // relations that accepted statements touched (RunEffects)
  std::vector<Disagreement> disagreements;
};

// A database of a server, emptied for each sequence.
class BothRoads {
 public:
  static constexpr char kDatabase[] = "agreement";

  // The server must outlive it.
  explicit BothRoads(const testing::PostgresServer& server) : server_(server) {}

  // A statement that the server refuses changes neither side. An Error: the harness failed.
  [[nodiscard]] Result<Outcome> Run(const Sequence& sequence);
  // Compares what each statement does to relations: locks, rewrites, scans of empty tables. Each
  // has a session of its own, so that it takes ten times as long. Statements that only run outside
  // of transactions are not compared.
  [[nodiscard]] Result<Outcome> RunEffects(const Sequence& sequence);

  [[nodiscard]] int major() const { return server_.major(); }

 private:
  [[nodiscard]] Result<bool> Empty();
  // The database as hoglint drift reads it.
  [[nodiscard]] Result<Catalogue> ReadForDrift();
  // What one statement did, after it was committed.
  [[nodiscard]] Result<oracle::Observation> Observe(const std::string& search_path,
                                                    const std::string& sql);

  const testing::PostgresServer& server_;
  std::optional<testing::Connection> connection_;
  std::unique_ptr<Database> drift_;
  int runs_ = 0;
};

// The text without digits, quoted names and long names: what two disagreements have in common.
[[nodiscard]] std::string ShapeOf(const std::string& text);
[[nodiscard]] std::string_view NameOf(Kind kind);

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_BOTH_ROADS_H_
