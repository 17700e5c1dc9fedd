#include "lint/run/not_checked.h"

#include <fmt/format.h>

#include <utility>

#include "lint/facts/published.h"

namespace hoglint {

std::optional<std::string> WhyUnknown(const Statement& statement) {
  if (const auto* dynamic = As<DynamicSql>(statement)) {
    return fmt::format("EXECUTE of a string that is only known when it runs: {}",
                       dynamic->expression);
  }
  if (const auto* block = As<DoBlock>(statement)) {
    if (block->body_parsed) return std::nullopt;
    return fmt::format("the body of a DO block in {} was not understood", block->language);
  }
  if (const auto* other = As<OtherStatement>(statement)) {
    // Publications change no relation; no-replica-identity reads them.
    if (IsAboutPublication(statement)) return std::nullopt;
    // Nor do default privileges, which LostGrants reads.
    if (other->command == "ALTER DEFAULT PRIVILEGES") return std::nullopt;
    return fmt::format("{} is not modelled", other->command);
  }
  return std::nullopt;
}

void Gaps::AddEffects(const StatementFacts& facts) {
  if (auto reason = WhyUnknown(facts.statement)) {
    Add(facts.statement.span, *std::move(reason));
  } else if (IsAboutPublication(facts.statement) && !FollowsPublications(facts)) {
    Add(facts.statement.span, "the files say more of publications than is followed");
  } else if (facts.effects.not_modelled) {
    Add(facts.statement.span, *facts.effects.not_modelled);
  }
}

void Gaps::AddApplied(const AppliedStatement& applied, bool linted) {
  const Span& place = applied.statement.span;
  if (!linted) {
    if (applied.outcome.not_modelled || WhyUnknown(applied.statement)) AddMerged(place);
  } else if (applied.outcome.not_modelled && last_ != place) {
    Add(place, *applied.outcome.not_modelled);
  }
}

void Gaps::AddMergedProblems(const Migration& migration) {
  for (const ParseProblem& problem : migration.parsed.problems) AddMerged(problem.span);
}

void Gaps::Add(const Span& place, std::string reason) {
  last_ = place;
  all_.push_back({place, sources_[place.file].path(), std::move(reason)});
}

void Gaps::AddMerged(const Span& place) {
  ++merged_;
  if (!first_merged_) first_merged_ = place;
}

std::vector<NotChecked> Gaps::Finish() && {
  if (first_merged_) {
    all_.push_back(
        {first_merged_, sources_[first_merged_->file].path(),
         fmt::format("{} of the merged migrations, the first here, could not be followed: "
                     "the schema may differ from what is assumed",
                     merged_ == 1 ? "one statement" : fmt::format("{} statements", merged_))});
  }
  return std::move(all_);
}

}  // namespace hoglint
