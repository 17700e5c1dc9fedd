#include "lint/run/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "lint/run/fingerprint.h"
#include "lint/run/not_checked.h"

namespace hoglint {
namespace {

// A rule that is on, with the level that the user gave it and what it has found last.
struct ActiveRule {
  const Rule* rule;
  Level level;
  Findings findings;
};

std::vector<ActiveRule> SelectRules(std::span<const Rule* const> rules, const RunOptions& options) {
  std::vector<ActiveRule> active;
  for (const Rule* rule : rules) {
    const auto chosen = options.rule_levels.find(std::string(rule->id.view()));
    const Level level = chosen == options.rule_levels.end() ? rule->level : chosen->second;
    if (level == Level::kOff) continue;
    active.push_back({rule, level, Findings(rule->id.view(), rule->level)});
  }
  return active;
}

// What the user chose for the rule holds for its findings; one that the rule itself takes less
// seriously than usual is never raised by that.
Level EffectiveLevel(Level found, const ActiveRule& active) {
  if (found < active.rule->level) return std::min(found, active.level);
  if (active.level == active.rule->level) return found;
  return active.level;
}

// Where a finding stands in the order of the history.
struct OrderedFinding {
  std::size_t track = 0;
  std::size_t migration = 0;
  Finding finding;
};

Span SpanForOrder(const Place& place) {
  const auto* span = std::get_if<Span>(&place);
  return span == nullptr ? Span{} : *span;
}

// The position of the migration that a finding of a track is about; that after the last when it is
// about none.
std::size_t MigrationOf(const Finding& finding, const Track& track) {
  const auto* span = std::get_if<Span>(&finding.place);
  const auto found = std::ranges::find_if(track.migrations, [&](const Migration& migration) {
    if (!finding.migration.empty()) return migration.tag == finding.migration;
    return span != nullptr && migration.file == span->file;
  });
  return static_cast<std::size_t>(found - track.migrations.begin());
}

bool ComesBefore(const OrderedFinding& a, const OrderedFinding& b) {
  const Span a_span = SpanForOrder(a.finding.place);
  const Span b_span = SpanForOrder(b.finding.place);
  return std::tie(a.track, a.migration, a_span.begin, a.finding.rule, a_span.end) <
         std::tie(b.track, b.migration, b_span.begin, b.finding.rule, b_span.end);
}

class Linting {
 public:
  Linting(const Workspace& workspace, const Sources& sources, std::span<const Rule* const> rules,
          const RunOptions& options)
      : workspace_(workspace),
        sources_(sources),
        options_(options),
        rules_(SelectRules(rules, options)),
        gaps_(sources) {}

  Report Finish() && {
    for (track_ = 0; track_ < workspace_.tracks.size(); ++track_) {
      CheckTrack(workspace_.tracks[track_]);
      CheckMigrations(workspace_.tracks[track_]);
      CheckStatements(workspace_.tracks[track_]);
    }
    std::ranges::stable_sort(found_, ComesBefore);
    Report report;
    for (OrderedFinding& each : found_) report.findings.push_back(std::move(each.finding));
    AddFingerprints(report.findings);
    report.not_checked = workspace_.not_checked;
    std::ranges::move(std::move(gaps_).Finish(), std::back_inserter(report.not_checked));
    report.summary = Summarise(report.findings);
    report.base = options_.base;
    report.runner = options_.runner.name;
    return report;
  }

 private:
  [[nodiscard]] bool IsLinted(const Migration& migration) const {
    return options_.all || !migration.merged;
  }

  void CheckTrack(const Track& track) {
    const TrackFacts facts{track, sources_, options_.runner, options_.all, options_.now};
    for (ActiveRule& active : rules_) {
      if (const auto* check = std::get_if<TrackCheck>(&active.rule->check)) {
        (*check)(facts, active.findings);
        TakeOfTrack(active, track);
      }
    }
  }

  void CheckMigrations(const Track& track) {
    for (const Migration& migration : track.migrations) {
      if (!IsLinted(migration)) {
        gaps_.AddMergedProblems(migration);
        continue;
      }
      const MigrationFacts facts{migration, track, sources_, options_.runner};
      for (ActiveRule& active : rules_) {
        if (const auto* check = std::get_if<MigrationCheck>(&active.rule->check)) {
          (*check)(facts, active.findings);
          Take(active, migration);
        }
      }
    }
  }

  void CheckStatements(const Track& track) {
    const FoldOptions fold{
        .runner = options_.runner,
        .server = options_.server,
        .batching = options_.all ? Batching::kEachMigration : Batching::kNewTogether,
        .effects_of_merged = options_.all,
    };
    const FoldVisitor visitor{
        .on_statement = [this](const StatementFacts& facts) { CheckStatement(facts); },
        .on_applied =
            [this](const AppliedStatement& applied) {
              gaps_.AddApplied(applied, IsLinted(applied.migration));
              CheckOutcome(applied);
            },
        .on_migration = nullptr,
    };
    (void)Fold(track, sources_, Catalogue(), fold, visitor);
  }

  void CheckStatement(const StatementFacts& facts) {
    if (!IsLinted(facts.migration)) return;
    gaps_.AddEffects(facts);
    for (ActiveRule& active : rules_) {
      if (const auto* check = std::get_if<StatementCheck>(&active.rule->check)) {
        (*check)(facts, active.findings);
        Take(active, facts.migration);
      }
    }
  }

  void CheckOutcome(const AppliedStatement& applied) {
    if (!IsLinted(applied.migration)) return;
    for (ActiveRule& active : rules_) {
      if (const auto* check = std::get_if<OutcomeCheck>(&active.rule->check)) {
        (*check)(applied, active.findings);
        Take(active, applied.migration);
      }
    }
  }

  // Moves what the rule has just found over into the report.
  void Take(ActiveRule& active, const Migration& migration) {
    const Track& track = workspace_.tracks[track_];
    const auto position = static_cast<std::size_t>(&migration - track.migrations.data());
    for (Finding& finding : active.findings.all()) {
      finding.migration = migration.tag;
      Keep(active, position, std::move(finding));
    }
    active.findings.all().clear();
  }

  // The same for a rule that looks at the whole track.
  void TakeOfTrack(ActiveRule& active, const Track& track) {
    for (Finding& finding : active.findings.all()) {
      const std::size_t position = MigrationOf(finding, track);
      if (finding.migration.empty() && position < track.migrations.size()) {
        finding.migration = track.migrations[position].tag;
      }
      Keep(active, position, std::move(finding));
    }
    active.findings.all().clear();
  }

  void Keep(const ActiveRule& active, std::size_t position, Finding finding) {
    finding.level = EffectiveLevel(finding.level, active);
    if (finding.level != Level::kOff) found_.push_back({track_, position, std::move(finding)});
  }

  [[nodiscard]] Summary Summarise(const std::vector<Finding>& findings) const {
    Summary summary;
    for (const Track& track : workspace_.tracks) {
      for (const Migration& migration : track.migrations) {
        ++summary.migrations;
        if (IsLinted(migration)) ++summary.new_migrations;
        summary.statements += static_cast<std::uint32_t>(StatementCount(migration));
      }
    }
    const auto count = [&findings](Level level) {
      return static_cast<std::uint32_t>(std::ranges::count(findings, level, &Finding::level));
    };
    summary.errors = count(Level::kError);
    summary.warnings = count(Level::kWarning);
    summary.notes = count(Level::kNote);
    return summary;
  }

  const Workspace& workspace_;
  const Sources& sources_;
  const RunOptions& options_;
  std::vector<ActiveRule> rules_;
  Gaps gaps_;
  std::vector<OrderedFinding> found_;
  std::size_t track_ = 0;  // that is being checked
};

}  // namespace

Report Run(const Workspace& workspace, const Sources& sources, std::span<const Rule* const> rules,
           const RunOptions& options) {
  return Linting(workspace, sources, rules, options).Finish();
}

}  // namespace hoglint
