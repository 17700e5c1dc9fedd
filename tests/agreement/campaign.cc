#include "tests/agreement/campaign.h"

#include <fmt/format.h>

#include <algorithm>

#include "tests/agreement/generator.h"

namespace hoglint::agreement {
namespace {

void AddCounts(const Outcome& outcome, Outcome& sum) {
  sum.accepted += outcome.accepted;
  sum.refused += outcome.refused;
  sum.foreseen += outcome.foreseen;
  sum.in_its_words += outcome.in_its_words;
  sum.doubted += outcome.doubted;
  sum.not_modelled += outcome.not_modelled;
  sum.facts += outcome.facts;
  sum.effects += outcome.effects;
}

// After a false claim the fold has followed the statement as far as it can; what differs at the end
// is its consequence.
bool IsConsequence(const Disagreement& one, const Outcome& outcome) {
  if (one.kind != Kind::kSchema && one.kind != Kind::kDrift) return false;
  return std::ranges::any_of(outcome.disagreements, [&](const Disagreement& other) {
    return other.kind == Kind::kFalseClaim ||
           (one.kind == Kind::kDrift && other.kind == Kind::kSchema);
  });
}

std::string Listing(const Minimal& minimal) {
  std::string text;
  for (const Piece& piece : minimal.sequence) text += "    " + piece.Text() + ";\n";
  return text;
}

}  // namespace

Result<Campaign> RunCampaign(BothRoads& roads, const CampaignOptions& options) {
  Campaign campaign;
  for (std::size_t at = 0; at < options.sequences; ++at) {
    const std::uint64_t seed = options.seed + at;
    const Sequence sequence = Generate(seed, options.statements, roads.major());
    const Result<Outcome> outcome =
        options.effects ? roads.RunEffects(sequence) : roads.Run(sequence);
    if (!outcome) return Error{fmt::format("seed {}: {}", seed, outcome.error().message)};
    AddCounts(*outcome, campaign.sum);
    for (const Disagreement& one : outcome->disagreements) {
      if (IsConsequence(one, *outcome)) continue;
      Found& found = campaign.found[{one.kind, one.shape}];
      if (++found.count > 1) continue;
      found.seed = seed;
      const bool refusal = one.kind == Kind::kUnforeseen || one.kind == Kind::kOtherError;
      found.minimal = refusal ? Minimal{{}, one} : Shrink(roads, sequence, one, options.effects);
      options.say(Describe(one.kind, found));
    }
  }
  return campaign;
}

std::string Describe(const Campaign& campaign, const CampaignOptions& options, int major) {
  const Outcome& sum = campaign.sum;
  std::string text = fmt::format(
      "PostgreSQL {}, seeds {} to {}: {} sequences, {} statements\n"
      "  accepted {}: called doubtful {}, not modelled {}\n"
      "  refused {}: foreseen {}, in the server's words {}\n"
      "  {} facts of the end compared, effects on {} relations\n",
      major, options.seed, options.seed + options.sequences - 1, options.sequences,
      sum.accepted + sum.refused, sum.accepted, sum.doubted, sum.not_modelled, sum.refused,
      sum.foreseen, sum.in_its_words, sum.facts, sum.effects);
  for (const auto& [key, found] : campaign.found) {
    text += fmt::format("{:6} {}: {} (seed {})\n", found.count, NameOf(key.first), key.second,
                        found.seed);
  }
  return text;
}

std::string Describe(Kind kind, const Found& found) {
  return fmt::format("{}, seed {}: {}\n{}{}\n", NameOf(kind), found.seed,
                     found.minimal.disagreement.shape, Listing(found.minimal),
                     found.minimal.disagreement.detail);
}

}  // namespace hoglint::agreement
