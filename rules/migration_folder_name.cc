// migration-folder-name: a folder of Drizzle 1.0 whose name the migrator cannot use, or sorts
// otherwise than it looks.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

constexpr std::size_t kDigits = 14;  // YYYYMMDDHHMMSS

bool StartsWithTime(std::string_view tag) {
  return tag.size() >= kDigits &&
         std::ranges::all_of(tag.substr(0, kDigits), [](char c) { return c >= '0' && c <= '9'; });
}

void ReportNoTime(const Migration& migration, Findings& findings) {
  Finding& finding =
      findings.Add(WholeFile{migration.file},
                   fmt::format("the name of folder {} does not start with a time", migration.tag));
  finding.subject = migration.tag;
  finding.effect =
      "drizzle-orm takes the first 14 characters for the time of its record: the SQL runs, then "
      "the "
      "record fails (invalid input syntax for type bigint: \"NaN\"), and all pending migrations "
      "are rolled back";
  finding.remedy = "name it YYYYMMDDHHMMSS_name, as drizzle-kit generate does";
}

void ReportOrder(const Migration& before, const Migration& migration, Findings& findings) {
  Finding& finding =
      findings.Add(WholeFile{migration.file},
                   fmt::format("{} runs after {}, though its name sorts before it by bytes",
                               migration.tag, before.tag));
  finding.level = Level::kWarning;
  finding.subject = migration.tag;
  finding.effect =
      "drizzle-orm sorts the folders by locale (punctuation, digits, letters whatever their case), "
      "git, ls and drizzle-kit by bytes: readers and tools see another order than databases";
  finding.remedy = "give the two folders different times, in the order that is meant";
}

void Check(const TrackFacts& facts, Findings& findings) {
  if (facts.track.layout != Layout::kDrizzleFolders) return;
  const Migration* before = nullptr;
  for (const Migration& migration : facts.track.migrations) {
    if (!migration.merged || facts.all) {
      if (!StartsWithTime(migration.tag)) {
        ReportNoTime(migration, findings);
      } else if (before != nullptr && migration.tag < before->tag) {
        ReportOrder(*before, migration, findings);
      }
    }
    before = &migration;
  }
}

}  // namespace

extern const Rule migration_folder_name{
    .id = "migration-folder-name",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A folder of Drizzle 1.0 has a name that its migrator cannot use",
    .effect =
        "drizzle-orm 1.0 takes the time that it records from the first 14 characters of the "
        "folder's name, and sorts the folders by locale, not by bytes.",
    .remedy = "Name the folder `YYYYMMDDHHMMSS_name`, each with a time of its own.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
