#include "tests/oracle/remedy_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

namespace hoglint::testing {
namespace {

constexpr std::string_view kIndent = "    ";

// A comment that says where the lines behind it go, and where those before it went.
struct Divider {
  std::string_view begin;
  Stage before;  // kUnsaid: they stay what they are
  Stage behind;
};
constexpr std::array kDividers = {
    Divider{"-- in a migration file behind it", Stage::kAfterwards, Stage::kLater},
    Divider{"-- in the migration of a later deploy", Stage::kUnsaid, Stage::kLater},
    Divider{"-- in a later migration file", Stage::kUnsaid, Stage::kLater},
    Divider{"-- in a statement of its own after it", Stage::kUnsaid, Stage::kLater},
    Divider{"-- after the COMMIT", Stage::kUnsaid, Stage::kLater},
    Divider{"-- in the migration", Stage::kByHand, Stage::kHere},
    Divider{"-- in that migration", Stage::kAfterwards, Stage::kLater},
};

// What is to be done in words: nothing of it can be run.
constexpr std::array<std::string_view, 8> kNotes = {
    "-- fill the old rows in batches",
    "-- again until it finds no more rows",
    "-- in batches, each row once: UPDATE",
    "-- BEFORE INSERT OR UPDATE trigger: NEW.",
    "-- then ",
    "-- once it is NOT NULL: ",
    "-- hoglint: allow-file ",
    "-- ALTER TABLE ",
};

bool IsNote(std::string_view line) {
  return std::ranges::any_of(kNotes, [&](std::string_view note) { return line.starts_with(note); });
}

// "-- in batches, each row once: UPDATE t SET c = x WHERE ...;" without its condition, and what a
// trigger computes of the rows of the table that the first line alters. Empty: no SQL is in it.
std::string CheckIn(std::string_view note, const RemedyWay& way) {
  constexpr std::string_view kBatches = "-- in batches, each row once: ";
  constexpr std::string_view kTrigger = "-- BEFORE INSERT OR UPDATE trigger: NEW.";
  constexpr std::string_view kAlter = "ALTER TABLE ";
  if (note.starts_with(kBatches)) {
    return std::string(note.substr(kBatches.size(), note.rfind(" WHERE ...;") - kBatches.size()));
  }
  const std::size_t value = note.find(" := ");
  if (!note.starts_with(kTrigger) || value == std::string_view::npos || way.steps.empty() ||
      way.steps.front().lines.empty()) {
    return {};
  }
  std::string expression(note.substr(value + 4, note.rfind(", of the new row") - value - 4));
  if (expression.starts_with("NEW.")) expression.erase(0, 4);
  const std::string& first = way.steps.front().lines.front();
  const std::string table = first.substr(kAlter.size(), first.find(" ADD COLUMN ") - kAlter.size());
  return "SELECT " + expression + " FROM " + table;
}

class Reader {
 public:
  void Take(std::string_view line) {
    if (!line.starts_with(kIndent)) return TakeProse(line);
    line.remove_prefix(kIndent.size());
    if (ways_.empty() || in_prose_) Begin();
    in_prose_ = false;
    if (line.starts_with("-- or")) return Begin();
    if (const Divider* divider = DividerIn(line)) return Divide(*divider);
    if (!line.starts_with("--") || line.starts_with("--> statement-breakpoint")) {
      ways_.back().steps.back().lines.emplace_back(line);
    } else if (!IsNote(line)) {
      unknown_.emplace_back(line);
    } else if (std::string check = CheckIn(line, ways_.back()); !check.empty()) {
      ways_.back().checks.push_back(std::move(check));
    }
  }

  RemedyText Finish() && {
    for (RemedyWay& way : ways_) {
      std::erase_if(way.steps, [](const RemedyStep& step) { return step.lines.empty(); });
    }
    std::erase_if(ways_,
                  [](const RemedyWay& way) { return way.steps.empty() && way.checks.empty(); });
    return {.ways = std::move(ways_), .unknown_comments = std::move(unknown_)};
  }

 private:
  static const Divider* DividerIn(std::string_view line) {
    const auto* found = std::ranges::find_if(
        kDividers, [&](const Divider& each) { return line.starts_with(each.begin); });
    return found == kDividers.end() ? nullptr : found;
  }

  void TakeProse(std::string_view line) {
    if (!in_prose_) prose_.clear();
    in_prose_ = true;
    prose_ += line;
  }

  // "then ..." goes on with the way before it, anything else is another way.
  void Begin() {
    const bool goes_on = in_prose_ && prose_.starts_with("then ") && !ways_.empty();
    if (!goes_on) {
      ways_.push_back({.prose = prose_, .steps = {}, .checks = {}});
      ways_.back().steps.emplace_back();
      return;
    }
    ways_.back().prose += " " + prose_;
    for (RemedyStep& step : ways_.back().steps) {
      if (step.stage == Stage::kUnsaid) step.stage = Stage::kHere;
    }
    ways_.back().steps.emplace_back();
  }

  void Divide(const Divider& divider) {
    RemedyStep& before = ways_.back().steps.back();
    if (before.stage == Stage::kUnsaid) before.stage = divider.before;
    ways_.back().steps.push_back({.stage = divider.behind, .lines = {}});
  }

  std::vector<RemedyWay> ways_;
  std::vector<std::string> unknown_;
  std::string prose_;
  bool in_prose_ = false;
};

}  // namespace

RemedyText ReadRemedy(std::string_view remedy) {
  Reader reader;
  std::stringstream lines{std::string(remedy)};
  for (std::string line; std::getline(lines, line);) reader.Take(line);
  return std::move(reader).Finish();
}

}  // namespace hoglint::testing
