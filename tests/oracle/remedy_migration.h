// A migration with its remedy in it: the texts that are linted and run.
#ifndef HOGLINT_TESTS_ORACLE_REMEDY_MIGRATION_H_
#define HOGLINT_TESTS_ORACLE_REMEDY_MIGRATION_H_

#include <string>
#include <vector>

#include "lint/base/span.h"
#include "tests/oracle/remedy_forms.h"
#include "tests/oracle/remedy_text.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {

// A part of the text of a migration.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What is run when the remedy is followed, in this order.
struct FollowedRemedy {
  std::string by_hand;               // before the deploy, each statement by itself
  std::string migration;             // instead of the one that was linted
  std::vector<TextRange> in_remedy;  // the parts of `migration` that are the remedy
  std::string afterwards;            // by hand, behind it
  std::string later;                 // the migration of a later deploy
  std::string problem;               // why it cannot be put together; empty: it can
};

// The migration with the remedy of the finding, which has a place in it, in the way of its form.
[[nodiscard]] FollowedRemedy FollowRemedy(const RemedyWay& way, const RemedyForm& form,
                                          const Migration& migration, const Finding& finding,
                                          const Sources& sources);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_REMEDY_MIGRATION_H_
