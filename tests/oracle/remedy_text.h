// The remedy of a finding, taken apart: what is to be run, in which order, in which transaction.
#ifndef HOGLINT_TESTS_ORACLE_REMEDY_TEXT_H_
#define HOGLINT_TESTS_ORACLE_REMEDY_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint::testing {

// Where lines of SQL go.
enum class Stage : std::uint8_t {
  kUnsaid,      // the lines themselves do not say: the form of the remedy does
  kByHand,      // before the deploy, each statement by itself
  kHere,        // into the migration
  kAfterwards,  // by hand once the migration has run
  kLater,       // into the migration of a later deploy
};

struct RemedyStep {
  Stage stage = Stage::kUnsaid;
  std::vector<std::string> lines;  // SQL; comments that say what SQL cannot are left out
};

// One way to follow the remedy.
struct RemedyWay {
  std::string prose;  // the sentences before its SQL
  std::vector<RemedyStep> steps;
  // What comments say in SQL, as statements that can be run behind it: an UPDATE that is to be done
  // in batches, the value that a trigger gives to a column.
  std::vector<std::string> checks;
};

struct RemedyText {
  std::vector<RemedyWay> ways;
  // Comments among the SQL that are neither a place nor one of the known notes.
  std::vector<std::string> unknown_comments;
};

// Lines that begin with four blanks are SQL, see docs/design/rules.md. No ways: it has none.
[[nodiscard]] RemedyText ReadRemedy(std::string_view remedy);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_REMEDY_TEXT_H_
