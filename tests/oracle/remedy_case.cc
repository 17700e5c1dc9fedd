#include "tests/oracle/remedy_case.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace hoglint::testing {
namespace {

constexpr const char* kBase = "remedy_base";
constexpr const char* kCopy = "remedy_copy";

// How often each rule speaks of each subject, and how often with an error.
struct Said {
  std::map<std::pair<std::string, std::string>, int> all;
  std::map<std::pair<std::string, std::string>, int> errors;
  std::set<std::pair<std::string, std::string>> labels;  // by rule: the text that it is about
};

Said WhatIsSaid(const LintedText& linted) {
  Said said;
  for (const Finding& finding : linted.report.findings) {
    for (const RelatedPlace& label : finding.related) {
      if (const auto* span = std::get_if<Span>(&label.place)) {
        said.labels.emplace(finding.rule, linted.sources.Text(*span));
      }
    }
    const std::pair<std::string, std::string> key{finding.rule, finding.subject};
    ++said.all[key];
    if (finding.level == Level::kError) ++said.errors[key];
  }
  return said;
}

class Checker {
 public:
  Checker(const RemedyInput& input, const PostgresServer& server, RemedyTally& tally,
          std::vector<RemedyProblem>& problems)
      : input_(input), server_(server), tally_(tally), problems_(problems) {}

  void Run() {
    linted_ = LintText(input_.migrations, input_.options);
    before_ = WhatIsSaid(linted_);
    ++tally_.inputs;
    for (const Finding& finding : linted_.report.findings) {
      const RemedyText remedy = ReadRemedy(finding.remedy);
      if (remedy.ways.empty()) continue;
      ++tally_.findings;
      if (static_cast<std::size_t>(tally_.findings) % input_.every != 0) continue;
      for (const std::string& comment : remedy.unknown_comments) {
        Report(finding, "form", "unknown comment: " + comment);
      }
      for (const RemedyWay& way : remedy.ways) TakeWay(finding, way);
    }
  }

 private:
  void Report(const Finding& finding, std::string kind, const std::string& text) {
    problems_.push_back(
        {.input = input_.name,
         .rule = std::string(finding.rule),
         .kind = std::move(kind),
         .text = fmt::format("{} [{}]\n{}", text, finding.subject, finding.remedy)});
  }

  void TakeWay(const Finding& finding, RemedyWay way) {
    const RemedyForm* form = FormOf(finding.rule, way.prose);
    if (form == nullptr) return Report(finding, "form", "no form for: " + way.prose);
    if (form->follow == Follow::kNotRunnable) {
      ++tally_.not_runnable[fmt::format("{}: {}", finding.rule, form->why)];
      return;
    }
    for (std::string& check : way.checks) Fill(finding, check);
    for (RemedyStep& step : way.steps) {
      for (std::string& line : step.lines) {
        Fill(finding, line);
        if (!Parses(line)) return Report(finding, "parse", line);
      }
    }
    const std::optional<std::size_t> position = PositionOf(finding);
    if (!position) return Report(finding, "form", "its place is in no migration");
    const Migration& migration = linted_.workspace.tracks.front().migrations[*position];
    const FollowedRemedy followed = FollowRemedy(way, *form, migration, finding, linted_.sources);
    if (!followed.problem.empty()) return Report(finding, "form", followed.problem);
    if (form->follow != Follow::kLook && form->follow != Follow::kIsAnError) {
      LintAgain(finding, *form, *position, followed);
    }
    RunFollowed(finding, *form, *position, followed, way.checks);
  }

  static void Fill(const Finding& finding, std::string& line) {
    for (const Filling& filling : Fillings()) {
      if (filling.rule != finding.rule) continue;
      const std::size_t at = line.find(filling.placeholder);
      if (at != std::string::npos) line.replace(at, filling.placeholder.size(), filling.text);
    }
  }

  static bool Parses(const std::string& line) {
    Sources sources;
    return Parse(sources.Add("line.sql", line), {.chunks = ChunkRule::kBreakpoints, .sections = {}})
        .problems.empty();
  }

  [[nodiscard]] std::optional<std::size_t> PositionOf(const Finding& finding) const {
    const auto* span = std::get_if<Span>(&finding.place);
    if (span == nullptr) return std::nullopt;
    const auto& migrations = linted_.workspace.tracks.front().migrations;
    const auto found = std::ranges::find(migrations, span->file, &Migration::file);
    if (found == migrations.end()) return std::nullopt;
    return static_cast<std::size_t>(found - migrations.begin());
  }

  // The remedy's own migrations are judged as the one that it replaces was.
  void LintAgain(const Finding& finding, const RemedyForm& form, std::size_t position,
                 const FollowedRemedy& followed) {
    std::vector<TextMigration> migrations(
        input_.migrations.begin(),
        input_.migrations.begin() + static_cast<std::ptrdiff_t>(position));
    const auto add = [&](std::string_view name, const std::string& text) {
      if (!text.empty())
        migrations.push_back({.name = std::string(name), .text = text, .merged = false});
    };
    add("before_by_hand.sql", followed.by_hand);
    add(input_.migrations[position].name, followed.migration);
    if (!followed.migration.empty()) Judge(finding, form, migrations, followed.in_remedy);
    if (followed.later.empty()) return;
    add("by_hand.sql", followed.afterwards);
    add("later.sql", followed.later);
    const std::vector<TextRange> all = {{0, followed.later.size()}};
    Judge(finding, form, migrations, all);
  }

  void Judge(const Finding& finding, const RemedyForm& form, std::vector<TextMigration> migrations,
             std::span<const TextRange> in_remedy) {
    for (TextMigration& each : migrations) each.merged = true;
    migrations.back().merged = false;
    LintTextOptions options = input_.options;
    options.all = false;
    const LintedText again = LintText(migrations, options);
    const Said after = WhatIsSaid(again);
    const std::string& text = migrations.back().text;
    for (const hoglint::Finding& each : again.report.findings) {
      const std::pair<std::string, std::string> key{each.rule, each.subject};
      const bool of_remedy = IsIn(in_remedy, each.place);
      // Where the statement stays, or is written anew, the rule had to fall silent.
      const bool is_more = after.all.at(key) >= Count(before_.all, key);
      if (each.rule == finding.rule && each.subject == finding.subject && is_more &&
          (of_remedy || KeepsStatement(form.follow))) {
        return Report(finding, "said again", each.message + "\n" + text);
      }
      // What was a label of the finding that is gone is a finding now.
      const bool was_label =
          (each.rule == finding.rule && !of_remedy) || IsLabel(each, again.sources);
      if (each.level == Level::kError && !was_label &&
          after.errors.at(key) > Count(before_.errors, key)) {
        return Report(finding, "new error",
                      fmt::format("{}: {}\n{}", each.rule, each.message, text));
      }
      if (each.level != Level::kError && Count(before_.all, key) == 0 && !was_label) {
        ++tally_.listed[fmt::format("{} after {}", each.rule, finding.rule)];
      }
    }
  }

  bool IsLabel(const hoglint::Finding& finding, const Sources& sources) const {
    const auto* span = std::get_if<Span>(&finding.place);
    return span != nullptr &&
           before_.labels.contains({std::string(finding.rule), std::string(sources.Text(*span))});
  }

  static int Count(const std::map<std::pair<std::string, std::string>, int>& counts,
                   const std::pair<std::string, std::string>& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
  }

  static bool IsIn(std::span<const TextRange> ranges, const hoglint::Place& place) {
    const auto* span = std::get_if<Span>(&place);
    return span != nullptr && std::ranges::any_of(ranges, [&](const TextRange& range) {
             return range.begin <= span->begin && span->begin < range.end;
           });
  }

  static bool KeepsStatement(Follow follow) {
    return follow == Follow::kBefore || follow == Follow::kBehind ||
           follow == Follow::kByHandBefore || follow == Follow::kAtEnd;
  }

  // Makes the database before the migration, and what the migration leaves by itself.
  bool Prepare(std::size_t position) {
    if (prepared_ == position) return usable_;
    usable_ = TakeHistoryTo(position);
    prepared_ = position;
    if (!usable_) return false;
    const std::string& text = input_.migrations[position].text;
    if (!input_.options.complete || input_.options.engine) {
      CreateWhatIsMissing(server_, kBase, text, input_.options.runner);
    }
    const bool open = IsOneTransaction(text, input_.options.runner);
    Result<Connection> connection = ConnectBefore(open);
    EXPECT_TRUE(connection.has_value());
    refused_.clear();
    for (const Refused& each : open ? RunOpen(*connection, text, {})
                                    : RunMigration(*connection, text, input_.options.runner, {})) {
      refused_.emplace(each.sql, each.error);
    }
    left_ = ReadDefinitions(*connection);
    if (open) TakeBack(*connection);
    return true;
  }

  // Not left to the end of the session, which the next one would not wait for.
  static void TakeBack(Connection& connection) { EXPECT_TRUE(connection.Exec("ROLLBACK").ok()); }

  // Findings come in the order of the history, so that a database that is there is only continued.
  bool TakeHistoryTo(std::size_t position) {
    const std::size_t from = prepared_ && *prepared_ < position ? *prepared_ : 0;
    if (from == 0) {
      EXPECT_TRUE(server_.CreateDatabase(kBase).ok());
    }
    Result<Connection> connection = server_.Connect(kBase);
    EXPECT_TRUE(connection.has_value());
    for (std::size_t i = from; i < position; ++i) {
      for (const Refused& each : RunByHand(*connection, input_.migrations[i].text)) {
        // Roles are the cluster's: another input has made it.
        if (each.error.starts_with("42710 role")) continue;
        ++tally_.no_history[fmt::format("{}: {}", input_.name, each.error)];
        if (!input_.is_real) return false;
      }
    }
    return true;
  }

  // A session before the migration. With `throw_away` nothing that it does is committed: it needs
  // no copy of the database.
  [[nodiscard]] Result<Connection> ConnectBefore(bool throw_away) const {
    if (throw_away) return server_.Connect(kBase);
    EXPECT_TRUE(server_.CreateDatabase(kCopy, kBase).ok());
    return server_.Connect(kCopy);
  }

  bool Accept(const Finding& finding, const std::vector<Refused>& refused) {
    for (const Refused& each : refused) {
      if (!each.in_remedy && refused_.contains(each.sql)) continue;
      if (each.error.starts_with("22P02")) {
        ++tally_.not_runnable[fmt::format("{}: a value of the column's type", finding.rule)];
        return false;
      }
      // Then the statement itself names what is not there.
      const bool known = std::ranges::any_of(
          refused_, [&](const auto& before) { return before.second == each.error; });
      if (known && !each.error.starts_with("25001")) {
        ++tally_.no_history[fmt::format("{}: {}", input_.name, each.error)];
        return false;
      }
      Report(finding, "refused",
             fmt::format("{}{}\n  {}", each.in_remedy ? "" : "beside the remedy: ", each.error,
                         each.sql));
      return false;
    }
    return true;
  }

  bool RunChecks(const Finding& finding, const std::vector<std::string>& checks,
                 Connection& connection) {
    for (const std::string& check : checks) {
      const QueryResult result = connection.Exec(check);
      if (result.ok()) continue;
      Report(finding, "refused",
             fmt::format("{} {}\n  {}", result.error->sqlstate, result.error->message, check));
      return false;
    }
    return true;
  }

  bool AcceptLater(const Finding& finding, const FollowedRemedy& followed, Connection& connection) {
    if (!Accept(finding, RunByHand(connection, followed.afterwards))) return false;
    const std::vector<TextRange> all = {{0, followed.later.size()}};
    return Accept(finding, RunMigration(connection, followed.later, input_.options.runner, all));
  }

  void RunFollowed(const Finding& finding, const RemedyForm& form, std::size_t position,
                   const FollowedRemedy& followed, const std::vector<std::string>& checks) {
    if (!Prepare(position)) return;
    const bool open = followed.by_hand.empty() && followed.afterwards.empty() &&
                      followed.later.empty() &&
                      IsOneTransaction(followed.migration, input_.options.runner);
    Result<Connection> connection = ConnectBefore(open || form.follow == Follow::kLook);
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    ++tally_.run;
    if (!Accept(finding, RunByHand(*connection, followed.by_hand))) return;
    if (form.follow == Follow::kLook) return;
    const std::vector<Refused> refused =
        open ? RunOpen(*connection, followed.migration, followed.in_remedy)
             : RunMigration(*connection, followed.migration, input_.options.runner,
                            followed.in_remedy);
    if (form.follow == Follow::kIsAnError) {
      if (refused.empty()) Report(finding, "refused", "not refused");
    } else if (Accept(finding, refused) && RunChecks(finding, checks, *connection) &&
               (open || AcceptLater(finding, followed, *connection)) && form.left == Left::kSame) {
      ++tally_.compared;
      Compare(finding, ReadDefinitions(*connection), refused.size());
    }
    if (open) TakeBack(*connection);
  }

  void Compare(const Finding& finding, const SchemaLines& now, std::size_t refused) {
    // What the statement itself is refused for it cannot have left.
    if (refused < refused_.size()) return;
    std::string differences;
    for (const auto& [key, value] : left_) {
      const auto found = now.find(key);
      if (found == now.end()) differences += fmt::format("\n  - {}: {}", key, value);
      if (found != now.end() && found->second != value) {
        differences += fmt::format("\n  - {}: {}\n  + {}: {}", key, value, key, found->second);
      }
    }
    for (const auto& [key, value] : now) {
      if (!left_.contains(key)) differences += fmt::format("\n  + {}: {}", key, value);
    }
    if (!differences.empty()) Report(finding, "left", differences);
  }

  const RemedyInput& input_;
  const PostgresServer& server_;
  RemedyTally& tally_;
  std::vector<RemedyProblem>& problems_;
  LintedText linted_;
  Said before_;
  std::optional<std::size_t> prepared_;
  bool usable_ = false;
  // What the server refuses of the migration itself, and why.
  std::map<std::string, std::string> refused_;
  SchemaLines left_;  // what the migration leaves
};

}  // namespace

void CheckRemedies(const RemedyInput& input, const PostgresServer& server, RemedyTally& tally,
                   std::vector<RemedyProblem>& problems) {
  Checker(input, server, tally, problems).Run();
}

}  // namespace hoglint::testing
