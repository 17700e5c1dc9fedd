// What hoglint says of the public corpora, as a reviewer of each migration would have seen it: the
// numbers behind docs/design/precision.md.
#ifndef HOGLINT_TESTS_PRECISION_MEASURE_H_
#define HOGLINT_TESTS_PRECISION_MEASURE_H_

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"
#include "lint/rule/level.h"

namespace hoglint::testing {

// A folder of HOGLINT_SHARED_DATA/corpora and what applies it.
struct Corpus {
  std::string_view name;
  std::string_view runner;  // as --runner spells it
};

// The seven public corpora.
[[nodiscard]] std::vector<Corpus> Corpora();

struct MeasuredFinding {
  std::string corpus;
  std::string migration;
  std::string rule;
  Level level{};
  std::string place;  // file:line:column, relative to the corpus
  std::string message;
  std::string fingerprint;
};

struct CorpusFigures {
  Corpus corpus;
  std::size_t migrations = 0;
  std::size_t statements = 0;
  std::size_t quiet_migrations = 0;  // without an error or a warning
  std::size_t not_checked = 0;
  std::map<Level, std::size_t> by_level;
  std::vector<MeasuredFinding> findings;
};

// Lints the whole history below `root`, each migration its own batch (`--all`). An Error when the
// folder cannot be read.
[[nodiscard]] Result<CorpusFigures> Measure(const Corpus& corpus,
                                            const std::filesystem::path& root);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_PRECISION_MEASURE_H_
