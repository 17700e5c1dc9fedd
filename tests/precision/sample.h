// The findings that a person has judged: a sample that stays the same while rules come and go.
#ifndef HOGLINT_TESTS_PRECISION_SAMPLE_H_
#define HOGLINT_TESTS_PRECISION_SAMPLE_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tests/precision/measure.h"

namespace hoglint::testing {

// The `count` findings whose fingerprints, hashed with the seed, are the smallest. A finding that
// appears or goes away elsewhere moves at most one other in or out, so judgements stay usable.
[[nodiscard]] std::vector<MeasuredFinding> Sample(std::span<const MeasuredFinding> findings,
                                                  std::size_t count, std::uint64_t seed);

struct Judgement {
  bool thanks = false;  // the reviewer of that pull request would thank the tool for it
  std::string reason;
};

// By corpus and fingerprint. One judgement a line of judgements.tsv:
// corpus, fingerprint, rule, "thanks" or "no", reason. Empty when there is no such file; lines that
// are not of that form count as not judged.
using Judgements = std::map<std::pair<std::string, std::string>, Judgement>;
[[nodiscard]] Judgements ReadJudgements(const std::filesystem::path& file);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_PRECISION_SAMPLE_H_
