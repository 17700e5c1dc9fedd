// The tables of docs/design/precision.md.
#ifndef HOGLINT_TESTS_PRECISION_PAGE_H_
#define HOGLINT_TESTS_PRECISION_PAGE_H_

#include <span>
#include <string>
#include <string_view>

#include "tests/precision/measure.h"
#include "tests/precision/sample.h"

namespace hoglint::testing {

// Markdown: findings by corpus and level, errors a migration, the share of quiet migrations.
[[nodiscard]] std::string CorpusTable(std::span<const CorpusFigures> figures);
// Markdown: findings by rule and level over all corpora.
[[nodiscard]] std::string RuleTable(std::span<const CorpusFigures> figures);
// Markdown: the sample with its judgements; "not judged" where there is none.
[[nodiscard]] std::string SampleTable(std::span<const MeasuredFinding> sample,
                                      const Judgements& judgements);

// The page with the text between `<!-- name -->` and `<!-- /name -->` replaced; unchanged when it
// has no such marks.
[[nodiscard]] std::string WithSection(const std::string& page, std::string_view name,
                                      std::string_view text);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_PRECISION_PAGE_H_
