// Makes a sequence with a disagreement small.
#ifndef HOGLINT_TESTS_AGREEMENT_SHRINK_H_
#define HOGLINT_TESTS_AGREEMENT_SHRINK_H_

#include "tests/agreement/both_roads.h"
#include "tests/agreement/piece.h"

namespace hoglint::agreement {

// A sequence and what is wrong with it.
struct Minimal {
  Sequence sequence;
  Disagreement disagreement;
};

// Leaves out statements, then their parts, as long as a disagreement of the kind and shape remains.
// `effects`: it is one of RunEffects.
[[nodiscard]] Minimal Shrink(BothRoads& roads, Sequence sequence, Disagreement wanted,
                             bool effects = false);

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_SHRINK_H_
