// The forms that remedies with SQL have: how each is followed. Reviewed by hand; a remedy without a
// form fails the test.
#ifndef HOGLINT_TESTS_ORACLE_REMEDY_FORMS_H_
#define HOGLINT_TESTS_ORACLE_REMEDY_FORMS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace hoglint::testing {

enum class Follow : std::uint8_t {
  kInstead,         // lines without a place of their own stand instead of the statement
  kByHand,          // they are run by hand before the deploy, and the statement is left out
  kByHandBefore,    // the same, and the statement stays
  kBefore,          // into the migration, before the statement
  kBehind,          // into the migration, behind the statement
  kAtEnd,           // at the end of the file
  kAfterwards,      // by hand once the migration has run, which leaves the statement out
  kLater,           // into the migration of a later deploy; the statement is left out
  kStatementLater,  // the lines are there already; the statement goes into a later migration
  kWholeMigration,  // instead of all statements of the migration
  kAtColumn,        // instead of the ADD COLUMN of the same column; the statement is left out
  kLook,            // a question to the database before the deploy; the statement stays
  kIsAnError,       // it has to fail, and is in no migration
  kNotRunnable,     // no statement, or one with parts that only its author knows
};

// What the database is like at the end, compared with what the statement leaves.
enum class Left : std::uint8_t { kSame, kOther };

struct RemedyForm {
  std::string_view rule;
  std::string_view words;  // in the prose of that way; the first form that fits counts
  Follow follow = Follow::kInstead;
  Left left = Left::kSame;
  std::string_view why = {};  // it is not runnable, or what it leaves is another thing
};

[[nodiscard]] const std::vector<RemedyForm>& RemedyForms();

// The form of that way to follow a remedy; null when there is none. Which forms were found is
// noted.
[[nodiscard]] const RemedyForm* FormOf(std::string_view rule, std::string_view prose);
// Those that no remedy had since the process began.
[[nodiscard]] std::vector<const RemedyForm*> UnusedForms();

// What a placeholder of a remedy is filled with to be run.
struct Filling {
  std::string_view rule;
  std::string_view placeholder;
  std::string_view text;
};
[[nodiscard]] const std::vector<Filling>& Fillings();

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_REMEDY_FORMS_H_
