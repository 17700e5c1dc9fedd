// Rule: one constant value and one pure function, in one file of rules/. What a newcomer reads
// first.
#ifndef HOGLINT_LINT_RULE_RULE_H_
#define HOGLINT_LINT_RULE_RULE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "lint/config/rule_option.h"
#include "lint/facts/fold.h"
#include "lint/facts/statement_facts.h"
#include "lint/facts/workspace.h"
#include "lint/rule/finding.h"
#include "lint/rule/level.h"

namespace hoglint {

// The rule's name everywhere: id, file stem (with _ for -), fixture folder, page, SARIF id and
// suppression word. Compiling fails when the id differs from the stem of the file it is written in.
class RuleId {
 public:
  consteval RuleId(const char* id, const char* file = __builtin_FILE())  // NOLINT: implicit
      : id_(id) {
    if (!MatchesStem(id_, file)) TheIdIsNotTheStemOfItsFile();
  }

  [[nodiscard]] constexpr std::string_view view() const { return id_; }

 private:
  // Declared alone: a constant expression that calls it does not compile. (Nor would a throw, but
  // the release is compiled without exceptions.)
  static void TheIdIsNotTheStemOfItsFile();

  static consteval bool MatchesStem(std::string_view id, std::string_view file) {
    file.remove_prefix(file.rfind('/') + 1);
    if (!file.ends_with(".cc")) return false;
    file.remove_suffix(3);
    if (file.size() != id.size()) return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
      if ((id[i] == '-' ? '_' : id[i]) != file[i]) return false;
    }
    return true;
  }

  std::string_view id_;
};

// What a rule has beside the facts: what its options are set to, and where its findings go. The
// level of a finding defaults to the rule's.
class Findings {
 public:
  Findings(std::string_view rule, Level default_level)
      : rule_(rule), default_level_(default_level) {}

  // Adds a finding at `place` and returns it for the optional parts (effect, remedy, related,
  // subject, level).
  Finding& Add(Place place, std::string message) {
    Finding& finding = findings_.emplace_back();
    finding.rule = rule_;
    finding.level = default_level_;
    finding.place = std::move(place);
    finding.message = std::move(message);
    return finding;
  }

  [[nodiscard]] std::vector<Finding>& all() { return findings_; }

  // What hoglint.json sets the rule's options to, for the file that the facts are about.
  [[nodiscard]] const RuleSettings& settings() const { return settings_; }
  // For the run, before it calls the rule.
  void Use(const RuleSettings& settings) { settings_ = settings; }

 private:
  std::string_view rule_;
  Level default_level_;
  RuleSettings settings_;
  std::vector<Finding> findings_;
};

// The scope of a rule is the type of its function. Each is called with const facts, in order of
// the history, and adds what it finds.
using StatementCheck = void (*)(const StatementFacts&, Findings&);
// Called once for every migration that is linted, before its statements.
struct MigrationFacts {
  const Migration& migration;
  const Track& track;
  const Sources& sources;
  const Runner& runner;
};
using MigrationCheck = void (*)(const MigrationFacts&, Findings&);
// Called for every statement that is linted after it was applied: for what only the outcome tells.
using OutcomeCheck = void (*)(const AppliedStatement&, Findings&);
// Called once for every track, before its migrations. A finding whose place is in the file of a
// migration, or whose `migration` is set, belongs to that one.
struct TrackFacts {
  const Track& track;
  const Sources& sources;
  const Runner& runner;
  bool all = false;  // merged migrations are linted too
  // Milliseconds since 1970; absent: nothing is taken to be in the future.
  std::optional<std::int64_t> now;
  std::vector<bool> linted_entries = {};  // LintedEntries() of the track and `all`
};
using TrackCheck = void (*)(const TrackFacts&, Findings&);
// Called last, once for every comment of a linted migration that is addressed to hoglint, when it
// is known what each of them suppressed.
struct SuppressionFacts;  // lint/rule/suppression.h
using SuppressionCheck = void (*)(const SuppressionFacts&, Findings&);
// Called once for every application around the tracks, after them: for what its configuration, code
// and deployment files say. What is found in a file that base has as it is counts only with --all.
struct ApplicationFacts {
  const Application& application;  // lint/facts/application.h
  const Workspace& workspace;      // its tracks are those that point to `application`
  const Sources& sources;
  const Runner& runner;
  bool all = false;
};
using ApplicationCheck = void (*)(const ApplicationFacts&, Findings&);

using RuleCheck = std::variant<StatementCheck, MigrationCheck, OutcomeCheck, TrackCheck,
                               SuppressionCheck, ApplicationCheck>;

// The presets (lint/config) that switch a rule on: the sum of these.
using Presets = std::uint8_t;
inline constexpr Presets kEveryProject = 0;  // needs none
inline constexpr Presets kHogsendPreset = 1;
inline constexpr Presets kSendokaPreset = 2;

enum class Family : std::uint8_t {
  kDestructive,
  kCompatibility,  // breaks code that is deployed now
  kLocks,          // blocks, scans or rewrites
  kTransaction,
  kData,
  kCorrectness,  // fails, or does not do what it says
  kJournal,
  kHistory,
  kOwnership,
  kProject,  // how the project is configured, built and deployed
  kConvention,
};

struct Rule {
  RuleId id;
  Family family{};
  Level level{};             // default, where the rule is on
  std::string_view since;    // hoglint version that brought it
  std::string_view summary;  // one line, what it finds
  std::string_view effect;   // why it hurts, in general
  std::string_view remedy;   // what to do instead, in general (Markdown)
  std::string_view
      manual;  // PostgreSQL manual page and anchor, "sql-altertable.html#..."; may be empty
  RuleCheck check;
  Presets presets = kEveryProject;  // it is off where none of these is chosen
  // What hoglint.json may set for it beside the level; the check asks `Findings::settings`.
  std::span<const RuleOption> options = {};
};

[[nodiscard]] std::string_view FamilyName(Family family);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_RULE_H_
