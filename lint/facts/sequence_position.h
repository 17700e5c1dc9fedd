// Where a sequence stands: what statements put it there.
#ifndef HOGLINT_LINT_FACTS_SEQUENCE_POSITION_H_
#define HOGLINT_LINT_FACTS_SEQUENCE_POSITION_H_

#include <string_view>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// setval(), RESTART, SET of an identity column; and what a DO block computes, which may be one.
[[nodiscard]] bool MaySetSequence(const Statement& statement);
// The text of a sequence's options says where it starts, and that is not at 1: START WITH 1000.
[[nodiscard]] bool StartsElsewhere(std::string_view options);
// RESTART stands in the text; RESTART WITH 1000 there.
[[nodiscard]] bool SaysRestart(std::string_view text);
[[nodiscard]] bool RestartsElsewhere(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_SEQUENCE_POSITION_H_
