// Many sequences: counts, and each disagreement once, made small.
#ifndef HOGLINT_TESTS_AGREEMENT_CAMPAIGN_H_
#define HOGLINT_TESTS_AGREEMENT_CAMPAIGN_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "tests/agreement/both_roads.h"
#include "tests/agreement/shrink.h"

namespace hoglint::agreement {

struct CampaignOptions {
  std::size_t sequences = 50;
  std::size_t statements = 30;  // of each
  std::uint64_t seed = 1;       // of the first; the others follow
  // Compare locks, rewrites and scans of every statement, not what is left at the end.
  bool effects = false;
  // Gets every disagreement that is new, at once; a campaign may take hours.
  std::function<void(const std::string&)> say = [](const std::string&) {};
};

// All disagreements of one kind and shape.
struct Found {
  std::size_t count = 0;
  std::uint64_t seed = 0;  // of the first
  Minimal minimal;         // of the first, made small; empty for what servers refuse
};

struct Campaign {
  Outcome sum;  // without its disagreements
  std::map<std::pair<Kind, std::string>, Found> found;
};

// An Error: the harness failed.
[[nodiscard]] Result<Campaign> RunCampaign(BothRoads& roads, const CampaignOptions& options);

// The counts, and how often each disagreement was found, as text.
[[nodiscard]] std::string Describe(const Campaign& campaign, const CampaignOptions& options,
                                   int major);
// A disagreement with its sequence.
[[nodiscard]] std::string Describe(Kind kind, const Found& found);

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_CAMPAIGN_H_
