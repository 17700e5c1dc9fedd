// What is said of a function, sequence, trigger or policy that a batch drops and creates again in
// another way: what the old one gave and the new one does not.
#ifndef HOGLINT_LINT_RULE_RECREATION_LOSS_TEXT_H_
#define HOGLINT_LINT_RULE_RECREATION_LOSS_TEXT_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/facts/granted.h"
#include "lint/rule/level.h"

namespace hoglint {

struct RecreationLoss {
  Level level = Level::kWarning;
  std::string what;  // completes "drops function f and ..."
  std::string effect;
  std::string remedy;
  std::optional<Span> created;  // again
  std::vector<Granted> grants;  // that are lost
};

// Absent where nothing is known to be lost: for a batch that creates the object again.
[[nodiscard]] std::optional<RecreationLoss> LossOfRecreation(const Drop& drop,
                                                             const ObjectReference& object,
                                                             const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_RECREATION_LOSS_TEXT_H_
