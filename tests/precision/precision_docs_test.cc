// docs/design/precision.md shows what hoglint says of the public corpora now, and what a person
// thinks of a sample of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/precision/measure.h"
#include "tests/precision/page.h"
#include "tests/precision/sample.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

constexpr std::size_t kSampleSize = 60;
constexpr std::uint64_t kSeed = 20261122;

std::filesystem::path CorporaFolder() {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  return data == nullptr ? std::filesystem::path() : std::filesystem::path(data) / "corpora";
}

TEST(PrecisionDocs, ShowWhatIsSaidOfThePublicCorpora) {
  const std::filesystem::path root = CorporaFolder();
  if (!std::filesystem::exists(root)) {
    GTEST_SKIP() << "no corpora: HOGLINT_SHARED_DATA/corpora is not there";
  }
  std::vector<CorpusFigures> figures;
  std::vector<MeasuredFinding> findings;
  for (const Corpus& corpus : Corpora()) {
    auto measured = Measure(corpus, root);
    ASSERT_TRUE(measured) << measured.error().message;
    findings.insert(findings.end(), measured->findings.begin(), measured->findings.end());
    figures.push_back(*std::move(measured));
  }
  const auto judgements = ReadJudgements(SourceFolder() / "tests/precision/judgements.tsv");
  const auto sample = Sample(findings, kSampleSize, kSeed);

  const std::filesystem::path path = SourceFolder() / "docs/design/precision.md";
  std::string page = ReadFile(path);
  page = WithSection(page, "corpora", CorpusTable(figures));
  page = WithSection(page, "rules", RuleTable(figures));
  page = WithSection(page, "sample", SampleTable(sample, judgements));
  ExpectGolden(page, path);
}

TEST(PrecisionSample, StaysWhenOtherFindingsComeAndGo) {
  std::vector<MeasuredFinding> findings;
  for (int i = 0; i < 100; ++i) {
    MeasuredFinding finding;
    finding.corpus = "c";
    finding.fingerprint = std::to_string(i);
    findings.push_back(finding);
  }
  const auto before = Sample(findings, 10, kSeed);
  findings.erase(findings.begin() + 50, findings.end());
  const auto after = Sample(findings, 10, kSeed);
  std::size_t kept = 0;
  for (const MeasuredFinding& finding : before) {
    const bool is_left = std::stoi(finding.fingerprint) < 50;
    const bool is_sampled = std::any_of(after.begin(), after.end(), [&](const auto& each) {
      return each.fingerprint == finding.fingerprint;
    });
    EXPECT_EQ(is_left, is_sampled) << finding.fingerprint;
    kept += is_left ? 1 : 0;
  }
  EXPECT_GT(kept, 0U);
}

TEST(PrecisionPage, ReplacesASectionAndKeepsTheRest) {
  const std::string page = "# A\n<!-- x -->\nold\n<!-- /x -->\nend\n";
  EXPECT_EQ(WithSection(page, "x", "new\n"), "# A\n<!-- x -->\nnew\n<!-- /x -->\nend\n");
  EXPECT_EQ(WithSection(page, "y", "new\n"), page);
}

}  // namespace
}  // namespace hoglint::testing
