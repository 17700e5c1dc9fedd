#include "tests/agreement/generator.h"

#include <utility>

#include "tests/agreement/fold_road.h"
#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

// What is made while there is little, and later.
const std::vector<Weighted>& Makers(bool beginning) {
  static const std::vector<Weighted> first = {{55, MakeCreateTable}, {15, MakeType},
                                              {10, MakeDomain},      {6, MakeSchema},
                                              {8, MakeSequence},     {6, MakeFunction}};
  static const std::vector<Weighted> later = {{110, MakeCreateTable},
                                              {30, MakePartition},
                                              {12, MakeTableAs},
                                              {330, MakeAlterTable},
                                              {14, MakeAttachPartition},
                                              {10, MakeDetachPartition},
                                              {90, MakeIndex},
                                              {10, MakeAlterIndex},
                                              {85, MakeRename},
                                              {25, MakeSetSchema},
                                              {85, MakeDrop},
                                              {60, MakeView},
                                              {30, MakeType},
                                              {30, MakeAlterType},
                                              {15, MakeDomain},
                                              {15, MakeAlterDomain},
                                              {25, MakeSequence},
                                              {15, MakeSchema},
                                              {10, MakeSearchPath},
                                              {20, MakeFunction},
                                              {35, MakeTableObject},
                                              {12, MakeHarmless}};
  return beginning ? first : later;
}

}  // namespace

Made MakeOneOf(Scene& scene, const std::vector<Weighted>& makers) {
  std::size_t sum = 0;
  for (const Weighted& one : makers) sum += one.weight;
  for (int attempt = 0; attempt < 6; ++attempt) {
    std::size_t at = scene.Below(sum);
    const Weighted* chosen = makers.data();
    while (at >= chosen->weight) at -= (chosen++)->weight;
    if (Made made = chosen->make(scene)) return made;
  }
  return std::nullopt;
}

Sequence Generate(std::uint64_t seed, std::size_t statements, int major) {
  Random random(seed);
  BeginTrail();
  Sequence sequence;
  Catalogue catalogue;
  while (sequence.size() < statements) {
    Scene scene(random, catalogue, major);
    Made made = MakeOneOf(scene, Makers(sequence.size() < 3));
    if (!made) continue;
    FoldedStatement folded = FoldOne(catalogue, made->Text());
    if (folded.conflicts.empty()) catalogue = std::move(folded.after);
    sequence.push_back(std::move(*made));
  }
  return sequence;
}

}  // namespace hoglint::agreement
