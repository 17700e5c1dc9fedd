#include "checker/project/journal_folder.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "checker/disk/paths.h"
#include "lint/journal/journal.h"

namespace hoglint {
namespace {

void NotePlace(Gathering& gathering, const Span& place, std::string reason) {
  gathering.not_checked.push_back({place, gathering.sources[place.file].path(), std::move(reason)});
}

// A journal that is no JSON hides migrations: the run has not seen all that it was asked to.
void NoteProblem(Gathering& gathering, const JsonProblem& problem) {
  NotePlace(gathering, problem.span, problem.message);
  if (problem.kind != JsonProblemKind::kSyntax &&
      problem.kind != JsonProblemKind::kConflictMarkers) {
    return;
  }
  gathering.failures.push_back({fmt::format(
      "cannot read all of {}: {}", gathering.sources[problem.span.file].path(), problem.message)});
}

void NoteUnlisted(Gathering& gathering, const Location& location, const std::string& folder,
                  const FolderEntry& entry) {
  const std::string path = JoinPath(folder, entry.name);
  if (entry.kind != FileKind::kFolder) {
    AddNote(gathering, location, path,
            "meta/_journal.json has no entry for it: Drizzle never applies it");
  } else if (location.files->Stat(JoinPath(path, "migration.sql"))) {
    AddNote(gathering, location, path,
            "a folder of Drizzle 1.0 beside meta/_journal.json: one of the two is never applied; "
            "`drizzle-kit up` converts the old ones");
  }
}

}  // namespace

void ListJournal(Gathering& gathering, const Location& location, const std::string& folder,
                 const std::vector<FolderEntry>& entries, MigrationsFolder& result) {
  const auto file = AddSource(gathering, location, JoinPath(folder, "meta/_journal.json"));
  if (!file) return;
  const Journal journal = ReadJournal(gathering.sources[*file]);
  for (const JsonProblem& problem : journal.problems) NoteProblem(gathering, problem);
  std::set<std::string> listed;
  for (const JournalEntry& entry : journal.entries) {
    const std::string name = entry.tag + ".sql";
    listed.insert(name);
    const std::string path = AbsolutePath(name, folder);
    if (location.files->Stat(path)) {
      result.files.push_back({entry.tag, path});
    } else {
      NotePlace(gathering, entry.tag_span,
                fmt::format("{} is not there: Drizzle's migrator stops at this entry", name));
    }
  }
  for (const FolderEntry& entry : entries) {
    const bool is_sql = entry.kind != FileKind::kFolder && entry.name.ends_with(".sql");
    if ((is_sql || entry.kind == FileKind::kFolder) && !listed.contains(entry.name)) {
      NoteUnlisted(gathering, location, folder, entry);
    }
  }
  // A squashed history keeps counting: its first entry is not number 0.
  result.starts_at_beginning =
      !journal.entries.empty() && journal.entries.front().idx.value_or(0) == 0;
}

}  // namespace hoglint
