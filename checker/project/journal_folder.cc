#include "checker/project/journal_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"
#include "lint/journal/analysis.h"

namespace hoglint {
namespace {

bool RulesSaySo(const Location& location) { return location.extent != Extent::kStatements; }

void NotePlace(Gathering& gathering, const Span& place, std::string reason) {
  gathering.not_checked.push_back({place, gathering.sources[place.file].path(), std::move(reason)});
}

// A journal that is no JSON hides migrations: the run has not seen all that it was asked to,
// whatever rules are on.
void TellProblem(Gathering& gathering, const Location& location, const JsonProblem& problem) {
  if (!RulesSaySo(location)) NotePlace(gathering, problem.span, problem.message);
  if (problem.kind != JsonProblemKind::kSyntax &&
      problem.kind != JsonProblemKind::kConflictMarkers) {
    return;
  }
  gathering.failures.push_back({fmt::format(
      "cannot read all of {}: {}", gathering.sources[problem.span.file].path(), problem.message)});
}

void NoteUnlisted(Gathering& gathering, const UnlistedFile& file) {
  gathering.not_checked.push_back(
      {std::nullopt, file.path,
       file.kind == UnlistedFile::Kind::kSqlFile
           ? "meta/_journal.json has no entry for it: Drizzle never applies it"
           : "a folder of Drizzle 1.0 beside meta/_journal.json: one of the two is never applied; "
             "`drizzle-kit up` converts the old ones"});
}

// What of the folder the journal does not list.
std::vector<UnlistedFile> FindUnlisted(const Location& location, const std::string& folder,
                                       const std::vector<FolderEntry>& entries,
                                       const std::set<std::string>& listed) {
  std::vector<UnlistedFile> unlisted;
  for (const FolderEntry& entry : entries) {
    const std::string path = JoinPath(folder, entry.name);
    const bool is_folder = entry.kind == FileKind::kFolder;
    const std::string sql = is_folder ? JoinPath(path, "migration.sql") : path;
    if (listed.contains(entry.name) || !sql.ends_with(".sql") ||
        (is_folder && !location.files->Stat(sql))) {
      continue;
    }
    unlisted.push_back(
        {is_folder ? UnlistedFile::Kind::kMigrationFolder : UnlistedFile::Kind::kSqlFile,
         entry.name, ShownPath(location, path), IsOnBase(location, sql)});
  }
  return unlisted;
}

// The names of the .sql files of the folder and of the snapshots below meta/.
void ListNames(const Location& location, const std::string& folder,
               const std::vector<FolderEntry>& entries, DrizzleFolder& drizzle) {
  for (const FolderEntry& entry : entries) {
    if (entry.kind != FileKind::kFolder && entry.name.ends_with(".sql")) {
      drizzle.sql_files.push_back(entry.name);
    }
  }
  const auto meta = location.files->List(JoinPath(folder, "meta"));
  if (!meta) return;
  for (const FolderEntry& entry : *meta) {
    if (entry.kind != FileKind::kFolder && entry.name.ends_with("_snapshot.json")) {
      drizzle.snapshot_files.push_back(entry.name);
    }
  }
  std::ranges::sort(drizzle.snapshot_files);
}

}  // namespace

void ListJournal(Gathering& gathering, const Location& location, const std::string& folder,
                 const std::vector<FolderEntry>& entries, MigrationsFolder& result) {
  DrizzleFolder& drizzle = result.drizzle;
  ListNames(location, folder, entries, drizzle);
  const auto file = AddSource(gathering, location, JoinPath(folder, "meta/_journal.json"));
  if (!file) return;
  drizzle.journal = ReadJournal(gathering.sources[*file]);
  const Journal& journal = *drizzle.journal;
  for (const JsonProblem& problem : journal.problems) TellProblem(gathering, location, problem);
  std::set<std::string> listed;
  for (const JournalEntry& entry : journal.entries) {
    const std::string name = entry.tag + ".sql";
    listed.insert(name);
    const std::string path = AbsolutePath(name, folder);
    if (location.files->Stat(path)) {
      const std::string snapshot = SnapshotName(entry.tag);
      const bool there = std::ranges::binary_search(drizzle.snapshot_files, snapshot);
      result.files.push_back(
          {entry.tag, path, there ? JoinPath(folder, "meta/" + snapshot) : std::string()});
    } else if (!RulesSaySo(location)) {
      NotePlace(gathering, entry.tag_span,
                fmt::format("{} is not there: Drizzle's migrator stops at this entry", name));
    }
  }
  drizzle.unlisted = FindUnlisted(location, folder, entries, listed);
  if (!RulesSaySo(location)) {
    for (const UnlistedFile& unlisted : drizzle.unlisted) NoteUnlisted(gathering, unlisted);
  }
  // A squashed history keeps counting: its first entry is not number 0.
  result.starts_at_beginning =
      !journal.entries.empty() && journal.entries.front().idx.value_or(0) == 0;
}

}  // namespace hoglint
