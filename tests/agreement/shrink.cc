#include "tests/agreement/shrink.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hoglint::agreement {
namespace {

using Offset = std::ptrdiff_t;

class Shrinker {
 public:
  Shrinker(BothRoads& roads, Sequence sequence, Disagreement wanted, bool effects)
      : roads_(roads), effects_(effects), best_{std::move(sequence), std::move(wanted)} {}

  Minimal Run() {
    CutTail();
    for (bool smaller = true; smaller;) {
      smaller = DropStatements();
      smaller = DropParts() || smaller;
    }
    return std::move(best_);
  }

 private:
  // Takes the candidate when it shows the disagreement still.
  bool Take(Sequence candidate) {
    Result<Outcome> outcome = effects_ ? roads_.RunEffects(candidate) : roads_.Run(candidate);
    if (!outcome) return false;
    for (Disagreement& one : outcome->disagreements) {
      if (one.kind != best_.disagreement.kind || one.shape != best_.disagreement.shape) continue;
      best_ = {std::move(candidate), std::move(one)};
      return true;
    }
    return false;
  }

  // What follows the statement that the disagreement begins with, found by halving.
  void CutTail() {
    std::size_t low = 0;  // this many statements do not show it
    while (best_.sequence.size() > low + 1) {
      const std::size_t middle = low + (best_.sequence.size() - low) / 2;
      const Sequence candidate(best_.sequence.begin(),
                               best_.sequence.begin() + static_cast<Offset>(middle));
      if (!Take(candidate)) low = middle;
    }
  }

  bool DropStatements() {
    bool smaller = false;
    for (std::size_t size = std::max<std::size_t>(1, best_.sequence.size() / 3); size > 0;
         size /= 2) {
      for (std::size_t end = best_.sequence.size(); end > 0; end -= std::min(size, end)) {
        const std::size_t begin = end - std::min(size, end);
        if (end - begin >= best_.sequence.size()) continue;
        Sequence candidate = best_.sequence;
        candidate.erase(candidate.begin() + static_cast<Offset>(begin),
                        candidate.begin() + static_cast<Offset>(end));
        smaller = Take(std::move(candidate)) || smaller;
      }
    }
    return smaller;
  }

  bool DropParts() {
    bool smaller = false;
    for (std::size_t at = best_.sequence.size(); at-- > 0;) {
      for (std::size_t part = best_.sequence[at].parts.size(); part-- > 0;) {
        if (best_.sequence[at].parts.size() < 2) break;
        Sequence candidate = best_.sequence;
        candidate[at].parts.erase(candidate[at].parts.begin() + static_cast<Offset>(part));
        smaller = Take(std::move(candidate)) || smaller;
      }
    }
    return smaller;
  }

  BothRoads& roads_;
  bool effects_;
  Minimal best_;
};

}  // namespace

Minimal Shrink(BothRoads& roads, Sequence sequence, Disagreement wanted, bool effects) {
  return Shrinker(roads, std::move(sequence), std::move(wanted), effects).Run();
}

}  // namespace hoglint::agreement
