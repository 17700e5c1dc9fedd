// undated-backfill-script: a script of scripts/backfill does not say when it was written.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

// 2026-01-05-...
bool HasDate(std::string_view name) {
  constexpr std::string_view kShape = "0000-00-00-";
  if (name.size() < kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = name[i] >= '0' && name[i] <= '9';
    if (kShape[i] == '0' ? !digit : name[i] != '-') return false;
  }
  return true;
}

// Not what the scripts share, nor a README.
bool IsScript(std::string_view name) {
  constexpr std::array<std::string_view, 4> kEndings = {".ts", ".js", ".mjs", ".sql"};
  constexpr std::array<std::string_view, 6> kShared = {"index",   "lib",    "utils",
                                                       "helpers", "shared", "run"};
  const std::string_view stem = name.substr(0, name.find('.'));
  return !name.starts_with('_') && std::ranges::find(kShared, stem) == kShared.end() &&
         std::ranges::any_of(kEndings, [&](std::string_view end) { return name.ends_with(end); });
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const AppSource& script : facts.application.sources->backfills) {
    const std::string_view name = std::string_view(script.path).substr(script.path.rfind('/') + 1);
    if (!IsScript(name) || HasDate(name)) continue;
    Finding& finding =
        findings.Add(WholeFile{script.file}, fmt::format("{} does not begin with a date", name));
    finding.subject = name;
    finding.effect = "the folder does not show in which order the backfills ran, or when";
    finding.remedy = fmt::format("name it after the day: YYYY-MM-DD-{}", name);
  }
}

}  // namespace

extern const Rule undated_backfill_script{
    .id = "undated-backfill-script",
    .family = Family::kConvention,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "The name of a script in scripts/backfill does not begin with a date",
    .effect =
        "Scripts of backfills are kept as the record of what was done to the data. Only their "
        "names tell in which order, and between which migrations, they ran.",
    .remedy = "Call it `YYYY-MM-DD-what-it-does.ts`. Files that begin with `_` are left alone.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
