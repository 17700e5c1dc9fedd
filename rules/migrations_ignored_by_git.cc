// migrations-ignored-by-git: a .gitignore keeps new migrations, or what Drizzle writes beside them,
// out of git.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "lint/facts/application.h"
#include "lint/facts/client_config.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/migrating_files.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

enum class Part : std::uint8_t { kSql, kJournal, kSnapshot };

struct KeptFile {
  Part part{};
  std::string path;  // as shown
};

struct HiddenFile {
  KeptFile file;
  HiddenBy by;
};

// What drizzle-kit will write next. The names are made up; no pattern means only those.
std::vector<KeptFile> NextFiles(const std::string& folder, bool folders_of_v1) {
  if (folders_of_v1) {
    const std::string next = folder + "/20991231235959_next_change";
    return {{Part::kSql, next + "/migration.sql"}, {Part::kSnapshot, next + "/snapshot.json"}};
  }
  return {{Part::kSql, folder + "/9998_next_change.sql"},
          {Part::kJournal, folder + "/meta/_journal.json"},
          {Part::kSnapshot, folder + "/meta/9998_snapshot.json"}};
}

bool IsFolderOfV1(const std::string& folder, const ApplicationFacts& facts) {
  return std::ranges::any_of(facts.workspace.tracks, [&](const Track& track) {
    return track.folder == folder && track.layout == Layout::kDrizzleFolders;
  });
}

// The SQL files that are there and that base does not have; what git has, it keeps.
void AddNewFiles(const std::string& folder, const ApplicationFacts& facts,
                 std::vector<KeptFile>& files) {
  for (const Track& track : facts.workspace.tracks) {
    if (track.folder != folder) continue;
    for (const Migration& migration : track.migrations) {
      if (!migration.merged) files.push_back({Part::kSql, facts.sources[migration.file].path()});
    }
  }
}

std::vector<HiddenFile> HiddenIn(const std::string& folder, const ApplicationFacts& facts) {
  std::vector<KeptFile> files = NextFiles(folder, IsFolderOfV1(folder, facts));
  AddNewFiles(folder, facts, files);
  std::vector<HiddenFile> hidden;
  for (KeptFile& file : files) {
    const HiddenBy by = HiddenFromGit(facts.application.migrating->git_ignores, file.path);
    if (by.line != nullptr) hidden.push_back({std::move(file), by});
  }
  return hidden;
}

bool HidesPart(const std::vector<HiddenFile>& hidden, Part part) {
  return std::ranges::any_of(hidden,
                             [part](const HiddenFile& each) { return each.file.part == part; });
}

std::string WhatIsHidden(const std::vector<HiddenFile>& hidden) {
  std::vector<std::string> parts;
  if (HidesPart(hidden, Part::kSql)) parts.emplace_back("migrations");
  if (HidesPart(hidden, Part::kJournal)) parts.emplace_back("the journal");
  if (HidesPart(hidden, Part::kSnapshot)) parts.emplace_back("snapshots");
  return JoinNames(parts);
}

// Measured with drizzle-orm 0.45.2: without a file that the journal names, or without the journal,
// the migrator stops. Hogsend's scaffold migrates nothing then, and ends with 0.
std::string Effect(const std::vector<HiddenFile>& hidden, const ApplicationFacts& facts) {
  const bool sql = HidesPart(hidden, Part::kSql);
  const bool journal = HidesPart(hidden, Part::kJournal);
  if (!sql && !journal) {
    return "`drizzle-kit generate` compares with the newest snapshot: on another checkout it "
           "compares with an older one, or with none, and writes statements again that are in a "
           "migration already";
  }
  if (sql && !journal && HidesPart(hidden, Part::kSnapshot)) {
    return "a new migration is on this machine only: no deploy applies it, while code that needs "
           "it is merged";
  }
  if (sql && !journal) {
    return "the journal is committed and names migrations whose files are not: Drizzle's migrator "
           "stops before it applies any (\"No file ... found\")";
  }
  if (!UsesHogsend(facts.application)) {
    return "what is built from git has no journal, or an old one: Drizzle's migrator does not find "
           "the new migrations, or none at all";
  }
  return "what is built from git has no journal, or an old one: the migrate script of Hogsend's "
         "scaffold then applies nothing of this project and ends with 0, and the deploy goes on";
}

std::string Remedy(const HiddenBy& by, const std::string& folder, const SourceFile& file) {
  if (by.by_folder) {
    return fmt::format(
        "delete the line, or let it fit another folder only; then git add {} (no ! behind it "
        "brings back what lies in an ignored folder)",
        folder);
  }
  const std::string home = file.path().substr(0, file.path().rfind('/') + 1);  // "src/db/", ""
  std::string below = folder;
  if (folder.starts_with(home)) below = folder.substr(home.size());
  if (home.starts_with(folder + "/")) below = "";
  return fmt::format("delete the line, or end {} with the one below; then git add {}{}",
                     file.path(), folder,
                     SqlLine(fmt::format("!/{}{}**", below, below.empty() ? "" : "/")));
}

// Each line that hides something, once, in the order of their places.
std::vector<HiddenBy> LinesOf(const std::vector<HiddenFile>& hidden) {
  std::vector<HiddenBy> lines;
  for (const HiddenFile& each : hidden) {
    const auto same = [&](const HiddenBy& known) { return known.line == each.by.line; };
    if (std::ranges::none_of(lines, same)) lines.push_back(each.by);
  }
  std::ranges::sort(lines, {}, [](const HiddenBy& by) { return by.line->span; });
  return lines;
}

void CheckFolder(const std::string& folder, const ApplicationFacts& facts, Findings& findings) {
  const std::vector<HiddenFile> hidden = HiddenIn(folder, facts);
  if (hidden.empty()) return;
  const std::vector<HiddenBy> lines = LinesOf(hidden);
  const Span& place = lines.front().line->span;
  Finding& finding =
      findings.Add(place, fmt::format("`{}` keeps {} in {} out of git", facts.sources.Text(place),
                                      WhatIsHidden(hidden), folder));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    finding.related.push_back({lines[i].line->span, "and so does this"});
  }
  finding.effect = Effect(hidden, facts);
  finding.remedy = Remedy(lines.front(), folder, facts.sources[place.file]);
  finding.subject = folder;
  if (!HidesPart(hidden, Part::kSql) && !HidesPart(hidden, Part::kJournal)) {
    finding.level = Level::kWarning;
  }
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  if (facts.application.migrating == nullptr) return;
  std::set<std::string> folders;
  for (const auto& config : facts.application.configs) {
    if (config->problem.empty()) folders.insert(ShownOut(*config));
  }
  for (const std::string& folder : folders) {
    if (!folder.empty()) CheckFolder(folder, facts, findings);
  }
}

}  // namespace

extern const Rule migrations_ignored_by_git;
const Rule migrations_ignored_by_git{
    .id = "migrations-ignored-by-git",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A .gitignore keeps new migrations, their journal or snapshots out of git",
    .effect =
        "What git does not have, no other machine and no deploy has. Without a migration that the "
        "journal names, or without the journal, Drizzle's migrator stops; Hogsend's migrate script "
        "takes a folder without a journal for one that has nothing to apply, and ends with 0. "
        "Without the newest snapshot `drizzle-kit generate` writes statements again (a warning).",
    .remedy =
        "Delete the pattern, or end the file with `!/path/of/the/migrations/**`, which works for "
        "patterns of files (`*.sql`, `*.json`), not for one that hides a folder above. Files that "
        "git has already stay there whatever a .gitignore says; the rule is about the next ones. "
        "It reads the .gitignore files from the repository's root down to the folder that "
        "drizzle.config names, not `.git/info/exclude`, which is not in the repository.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
