#include "lint/run/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "lint/facts/application.h"
#include "lint/facts/journal_entries.h"
#include "lint/facts/ownership.h"
#include "lint/run/active_rule.h"
#include "lint/run/collecting.h"
#include "lint/run/not_checked.h"
#include "lint/run/suppressions.h"

namespace hoglint {
namespace {

std::vector<std::string_view> IdsOf(std::span<const Rule* const> rules) {
  std::vector<std::string_view> ids;
  for (const Rule* rule : rules) ids.push_back(rule->id.view());
  return ids;
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

class Linting {
 public:
  Linting(const Workspace& workspace, const Sources& sources, std::span<const Rule* const> rules,
          const RunOptions& options)
      : workspace_(workspace),
        sources_(sources),
        options_(options),
        rules_(SelectRules(rules, options.selection)),
        rule_ids_(IdsOf(rules)),
        suppressions_(
            rule_ids_, [this](std::string_view id) { return IsOn(id); }, options.squawk_comments),
        gaps_(sources) {
    FindIgnored();
    for (ActiveRule& active : rules_) {
      if (!std::holds_alternative<StatementCheck>(active.rule->check)) continue;
      const bool ownership = active.rule->family == Family::kOwnership;
      (ownership ? rules_of_ownership_ : rules_of_statements_).push_back(&active);
    }
  }

  Report Finish() && {
    for (track_ = 0; track_ < workspace_.tracks.size(); ++track_) {
      CheckTrack(workspace_.tracks[track_]);
      CheckMigrations(workspace_.tracks[track_]);
      CheckStatements(workspace_.tracks[track_]);
    }
    CheckApplications();
    ApplySuppressions();
    Report report;
    Collect(std::move(found_), options_.baseline, sources_, report);
    report.not_checked = workspace_.not_checked;
    std::ranges::move(std::move(gaps_).Finish(), std::back_inserter(report.not_checked));
    report.summary = Summarise(report);
    report.base = options_.base;
    report.runner = options_.runner.name;
    report.tracks = CheckedTracks();
    report.pg_version = options_.server.major_version;
    report.all = options_.all;
    report.fail_on = options_.fail_on;
    return report;
  }

 private:
  [[nodiscard]] bool IsLinted(const Migration& migration) const {
    return (options_.all || !migration.merged) && !ignored_.contains(migration.file);
  }

  [[nodiscard]] bool IsOn(std::string_view id) const {
    return std::ranges::any_of(
        rules_, [id](const ActiveRule& active) { return active.rule->id.view() == id; });
  }

  void FindIgnored() {
    if (options_.selection.ignore.empty()) return;
    for (const Track& track : workspace_.tracks) {
      for (const Migration& migration : track.migrations) {
        if (options_.selection.IsIgnored(sources_[migration.file].path())) {
          ignored_.insert(migration.file);
        }
      }
    }
  }

  // Gives the rule what its options are set to for that migration.
  void Use(ActiveRule& active, const Migration& migration) const {
    if (!active.has_settings) return;
    UseSettings(active, options_.selection, sources_[migration.file].path());
  }

  [[nodiscard]] std::vector<CheckedTrack> CheckedTracks() const {
    std::vector<CheckedTrack> checked;
    for (const Track& track : workspace_.tracks) {
      CheckedTrack& entry = checked.emplace_back();
      entry.name = track.name;
      entry.folder = track.folder;
      entry.migrations = static_cast<std::uint32_t>(track.migrations.size());
      for (const Migration& migration : track.migrations) {
        if (IsLinted(migration)) entry.tags.push_back(migration.tag);
      }
    }
    return checked;
  }

  // Whether the finding is about a file that base has as it is.
  [[nodiscard]] bool IsOld(const Place& place) const {
    if (options_.all) return false;
    const auto* span = std::get_if<Span>(&place);
    const auto* whole = std::get_if<WholeFile>(&place);
    return (span != nullptr && workspace_.unchanged.contains(span->file)) ||
           (whole != nullptr && workspace_.unchanged.contains(whole->file));
  }

  // The shown path of the file that a place is in; empty when it is in none.
  [[nodiscard]] std::string_view PathOf(const Place& place) const {
    if (const auto* span = std::get_if<Span>(&place)) return sources_[span->file].path();
    if (const auto* whole = std::get_if<WholeFile>(&place)) return sources_[whole->file].path();
    if (const auto* named = std::get_if<NamedFile>(&place)) return named->path;
    return {};
  }

  void CheckTrack(const Track& track) {
    const TrackFacts facts{.track = track,
                           .sources = sources_,
                           .runner = options_.runner,
                           .all = options_.all,
                           .now = options_.now,
                           .linted_entries = LintedEntries(track, options_.all)};
    for (ActiveRule& active : rules_) {
      if (const auto* check = std::get_if<TrackCheck>(&active.rule->check)) {
        UseSettings(active, options_.selection, track.folder);
        (*check)(facts, active.findings);
        TakeOfTrack(active, track);
      }
    }
  }

  // Behind all tracks, in the order of the applications.
  void CheckApplications() {
    track_ = workspace_.tracks.size();
    for (const auto& application : workspace_.applications) {
      const ApplicationFacts facts{*application, workspace_, sources_, options_.runner,
                                   options_.all};
      for (ActiveRule& active : rules_) {
        if (const auto* check = std::get_if<ApplicationCheck>(&active.rule->check)) {
          UseSettings(active, options_.selection, sources_[application->package_file].path());
          (*check)(facts, active.findings);
          for (Finding& finding : active.findings.all()) Keep(active, 0, std::move(finding));
          active.findings.all().clear();
        }
      }
      ++track_;
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
          Use(active, migration);
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
    (void)Fold(track, sources_, StartOf(track), fold, visitor);
  }

  void CheckStatement(const StatementFacts& facts) {
    if (!IsLinted(facts.migration)) return;
    gaps_.AddEffects(facts);
    small_tables_ = SmallTables(facts, options_.sizes);
    // What else could be said of a statement about things that are not the track's own is the
    // owner's business, and would be the same hazard once more.
    owners_ = CheckStatementWith(rules_of_ownership_, facts);
    if (!owners_) CheckStatementWith(rules_of_statements_, facts);
    small_tables_.clear();
  }

  // True when one of the rules found an error.
  bool CheckStatementWith(const std::vector<ActiveRule*>& rules, const StatementFacts& facts) {
    bool any_error = false;
    for (ActiveRule* active : rules) {
      Use(*active, facts.migration);
      std::get<StatementCheck>(active->rule->check)(facts, active->findings);
      const std::vector<Finding>& found = active->findings.all();
      if (found.empty()) continue;
      any_error |= std::ranges::count(found, Level::kError, &Finding::level) > 0;
      Take(*active, facts.migration);
    }
    return any_error;
  }

  void CheckOutcome(const AppliedStatement& applied) {
    if (!IsLinted(applied.migration) || owners_) return;
    for (ActiveRule& active : rules_) {
      if (const auto* check = std::get_if<OutcomeCheck>(&active.rule->check)) {
        Use(active, applied.migration);
        (*check)(applied, active.findings);
        Take(active, applied.migration);
      }
    }
  }

  // Looks for the comments that the findings fall under; then the rules about comments have their
  // say, which no comment suppresses.
  void ApplySuppressions() {
    ForLinted([&](const Migration& migration) {
      suppressions_.Add(migration, sources_[migration.file]);
    });
    for (OrderedFinding& found : found_) found.suppression = suppressions_.Find(found.finding);
    ForLinted([&](const Migration& migration) {
      for (const Suppression& suppression : suppressions_.Of(migration.file)) {
        CheckSuppression({suppression, rule_ids_}, migration);
      }
    });
  }

  template <typename Visit>
  void ForLinted(const Visit& visit) {
    for (track_ = 0; track_ < workspace_.tracks.size(); ++track_) {
      for (const Migration& migration : workspace_.tracks[track_].migrations) {
        if (IsLinted(migration)) visit(migration);
      }
    }
  }

  void CheckSuppression(const SuppressionFacts& facts, const Migration& migration) {
    for (ActiveRule& active : rules_) {
      if (const auto* check = std::get_if<SuppressionCheck>(&active.rule->check)) {
        Use(active, migration);
        (*check)(facts, active.findings);
        Take(active, migration);
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
    const std::string_view path = PathOf(finding.place);
    if (options_.selection.IsIgnored(path) || IsOld(finding.place)) return;
    finding.level =
        EffectiveLevel(finding.level, *active.rule, options_.selection.LevelOf(*active.rule, path));
    if (finding.level == Level::kOff) return;
    if (!small_tables_.empty() && active.rule->family == Family::kLocks) {
      finding.level = finding.level == Level::kError ? Level::kWarning : Level::kNote;
      finding.effect += "; " + small_tables_;
    }
    if (track_ < workspace_.tracks.size()) {
      const Track& track = workspace_.tracks[track_];
      finding.track = track.folder;
      finding.merged = position < track.migrations.size() && track.migrations[position].merged;
    }
    found_.push_back({track_, position, std::move(finding), nullptr});
  }

  [[nodiscard]] Summary Summarise(const Report& report) const {
    Summary summary;
    for (const Track& track : workspace_.tracks) {
      for (const Migration& migration : track.migrations) {
        ++summary.migrations;
        if (IsLinted(migration)) ++summary.new_migrations;
        summary.statements += static_cast<std::uint32_t>(StatementCount(migration));
      }
    }
    const auto count = [&report](Level level) {
      return static_cast<std::uint32_t>(
          std::ranges::count(report.findings, level, &Finding::level));
    };
    const auto count_kind = [&report](SuppressionKind kind) {
      return static_cast<std::uint32_t>(
          std::ranges::count(report.suppressed, kind, &SuppressedFinding::kind));
    };
    summary.suppressed = count_kind(SuppressionKind::kComment);
    summary.baselined = count_kind(SuppressionKind::kBaseline);
    summary.ignored = static_cast<std::uint32_t>(ignored_.size());
    summary.errors = count(Level::kError);
    summary.warnings = count(Level::kWarning);
    summary.notes = count(Level::kNote);
    return summary;
  }

  const Workspace& workspace_;
  const Sources& sources_;
  const RunOptions& options_;
  std::vector<ActiveRule> rules_;
  std::vector<ActiveRule*> rules_of_ownership_;   // those of rules_ that look at each statement
  std::vector<ActiveRule*> rules_of_statements_;  // the others that do
  std::vector<std::string_view> rule_ids_;
  Suppressions suppressions_;
  std::set<FileId> ignored_;  // of migrations
  Gaps gaps_;
  std::vector<OrderedFinding> found_;
  std::size_t track_ = 0;     // that is being checked
  std::string small_tables_;  // SmallTables of the statement that is being checked
  bool owners_ = false;  // the rules about ownership have said all there is to say of a statement
};

}  // namespace

Report Run(const Workspace& workspace, const Sources& sources, std::span<const Rule* const> rules,
           const RunOptions& options) {
  return Linting(workspace, sources, rules, options).Finish();
}

}  // namespace hoglint
