#include "checker/project/migrations_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/journal_folder.h"
#include "checker/project/name_order.h"

namespace hoglint {
namespace {

// The file with the SQL where each migration has its own folder: Drizzle 1.0 and Prisma, Diesel.
constexpr std::array<std::string_view, 2> kInnerFiles{"migration.sql", "up.sql"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool HasFile(const FileSystem& files, const std::string& path) {
  const auto status = files.Stat(path);
  return status && status->kind == FileKind::kFile;
}

// Entries of the folder; an unreadable folder has none here, ListMigrations says why.
std::vector<FolderEntry> Entries(const FileSystem& files, const std::string& folder) {
  auto entries = files.List(folder);
  return entries ? *std::move(entries) : std::vector<FolderEntry>();
}

std::string_view Stem(std::string_view file_name) {
  return file_name.substr(0, file_name.size() - 4);
}

// The inner file of a migration's own folder; absent when the folder is not one.
std::optional<std::string> InnerFile(const FileSystem& files, const std::string& folder) {
  for (const std::string_view name : kInnerFiles) {
    std::string path = JoinPath(folder, name);
    if (HasFile(files, path)) return path;
  }
  return std::nullopt;
}

bool StartsWithTimestamp(std::string_view name) {
  return name.size() > 14 && std::ranges::all_of(name.substr(0, 14), IsDigit);
}

bool IsNumbered(std::string_view file_name) {
  return IsDigit(file_name.front()) || IsFlywayVersioned(Stem(file_name));
}

// U1__x: Flyway's undo; R__x: its repeatable migrations.
bool IsFlywayUndo(std::string_view stem) {
  return stem.size() > 1 && stem.front() == 'U' && IsDigit(stem[1]) &&
         stem.find("__") != std::string_view::npos;
}

// x.down.sql; x_down.sql and x-down.sql only beside x_up.sql and x-up.sql, since a migration may
// take a service down.
bool IsDownFile(std::string_view stem, const std::set<std::string_view>& stems) {
  if (stem.ends_with(".down") || stem.ends_with(".rollback")) return true;
  for (const std::string_view ending : {"_down", "-down"}) {
    if (!stem.ends_with(ending)) continue;
    std::string up(stem.substr(0, stem.size() - 4));
    if (stems.contains(up.append("up"))) return true;
  }
  return false;
}

// Diesel's 2024-01-31-120000_x, and what teams write with Flyway: V2024.01.31__x.
bool StartsWithDate(std::string_view text) {
  constexpr std::string_view kDate = "dddd-dd-dd";
  constexpr std::string_view kSeparators = "-._";
  if (text.size() < kDate.size()) return false;
  for (std::size_t i = 0; i < kDate.size(); ++i) {
    const bool fits =
        kDate[i] == 'd' ? IsDigit(text[i]) : kSeparators.find(text[i]) != std::string_view::npos;
    if (!fits) return false;
  }
  return true;
}

// A plain folder begins with its first migration when that is number 0 or 1, or a timestamp, of
// which the first cannot be told from a later one.
bool LooksLikeFirst(std::string_view tag) {
  const auto begin = std::ranges::find_if(tag, IsDigit);
  if (StartsWithDate(std::string_view(begin, tag.end()))) return true;
  const auto end = std::find_if_not(begin, tag.end(), IsDigit);
  const std::string number(begin, end);
  if (number.empty()) return false;  // nothing tells which comes first
  return number.size() >= 8 || number.find_first_not_of('0') == std::string::npos ||
         number.substr(number.find_first_not_of('0')) == "1";
}

void ListOwnFolders(const FileSystem& files, const std::string& folder,
                    const std::vector<FolderEntry>& entries, MigrationsFolder& result) {
  for (const FolderEntry& entry : entries) {
    if (entry.kind != FileKind::kFolder) continue;
    const std::string path = JoinPath(folder, entry.name);
    const auto inner = InnerFile(files, path);
    if (!inner) continue;
    result.files.push_back({entry.name, *inner});
    if (HasFile(files, JoinPath(path, "down.sql"))) ++result.down_files;
  }
}

void ListDrizzleFolders(Gathering& gathering, const Location& location, const std::string& folder,
                        const std::vector<FolderEntry>& entries, MigrationsFolder& result) {
  ListOwnFolders(*location.files, folder, entries, result);
  std::ranges::stable_sort(result.files, [](const MigrationFile& a, const MigrationFile& b) {
    return CompareByLocale(a.tag, b.tag) < 0;
  });
  for (MigrationFile& file : result.files) {
    std::string snapshot = JoinPath(ParentPath(file.path), "snapshot.json");
    if (HasFile(*location.files, snapshot)) file.snapshot = std::move(snapshot);
  }
  for (const FolderEntry& entry : entries) {
    if (entry.kind == FileKind::kFolder || !entry.name.ends_with(".sql")) continue;
    const std::string path = JoinPath(folder, entry.name);
    if (location.extent == Extent::kStatements) {
      AddNote(gathering, location, path,
              "Drizzle applies only migration.sql files in folders of their own");
    }
    result.drizzle.unlisted.push_back({UnlistedFile::Kind::kSqlFile, entry.name,
                                       ShownPath(location, path), IsOnBase(location, path)});
  }
}

void ListFlyway(Gathering& gathering, const Location& location, MigrationsFolder& result) {
  std::vector<MigrationFile> versioned;
  for (MigrationFile& file : result.files) {
    if (IsFlywayVersioned(file.tag)) {
      versioned.push_back(std::move(file));
    } else if (IsFlywayUndo(file.tag)) {
      ++result.down_files;
    } else {
      AddNote(gathering, location, file.path,
              file.tag.starts_with("R__")
                  ? "a repeatable migration: only versioned ones are followed"
                  : "not a versioned migration (V1__name.sql): Flyway treats it otherwise");
    }
  }
  std::ranges::stable_sort(versioned, [](const MigrationFile& a, const MigrationFile& b) {
    return CompareFlywayVersions(a.tag, b.tag) < 0;
  });
  result.files = std::move(versioned);
}

void ListPlainFiles(Gathering& gathering, const Location& location, const std::string& folder,
                    const std::vector<FolderEntry>& entries, MigrationsFolder& result) {
  std::set<std::string_view> stems;
  for (const FolderEntry& entry : entries) {
    if (entry.name.ends_with(".sql")) stems.insert(Stem(entry.name));
  }
  for (const FolderEntry& entry : entries) {
    if (!entry.name.ends_with(".sql")) continue;
    const std::string path = JoinPath(folder, entry.name);
    if (entry.kind == FileKind::kFolder) {
      AddNote(gathering, location, path, "it is a folder, not a file");
    } else if (entry.name.starts_with('.')) {
      AddNote(gathering, location, path, "it is a hidden file: migration tools pass over it");
    } else if (IsDownFile(Stem(entry.name), stems)) {
      ++result.down_files;
    } else {
      result.files.push_back({std::string(Stem(entry.name)), path});
    }
  }
  if (std::ranges::any_of(result.files, IsFlywayVersioned, &MigrationFile::tag)) {
    ListFlyway(gathering, location, result);
    return;
  }
  std::ranges::stable_sort(result.files, [](const MigrationFile& a, const MigrationFile& b) {
    return CompareNaturally(a.tag, b.tag) < 0;
  });
}

// Whoever deletes the journal leaves what looks like plain files.
void NoteMissingJournal(Gathering& gathering, const Location& location, const std::string& folder) {
  const std::string meta = JoinPath(folder, "meta");
  const bool has_snapshots =
      std::ranges::any_of(Entries(*location.files, meta), [](const FolderEntry& entry) {
        return entry.kind != FileKind::kFolder && entry.name.ends_with("_snapshot.json");
      });
  if (!has_snapshots) return;
  AddNote(gathering, location, meta,
          "it has snapshots of Drizzle's, and no _journal.json, without which its migrator stops: "
          "the files were read as plain ones, in the order of their names");
}

void ListPlain(Gathering& gathering, const Location& location, const std::string& folder,
               const std::vector<FolderEntry>& entries, MigrationsFolder& result) {
  NoteMissingJournal(gathering, location, folder);
  ListOwnFolders(*location.files, folder, entries, result);
  // Prisma and Diesel sort by bytes, as the entries are.
  if (result.files.empty()) ListPlainFiles(gathering, location, folder, entries, result);
  result.starts_at_beginning = !result.files.empty() && LooksLikeFirst(result.files.front().tag);
}

}  // namespace

std::optional<Layout> RecognizeFolder(const FileSystem& files, const std::string& folder,
                                      FolderTest test) {
  if (HasFile(files, JoinPath(folder, "meta/_journal.json"))) return Layout::kDrizzleJournal;
  bool own_folders = false;
  bool plain = false;
  for (const FolderEntry& entry : Entries(files, folder)) {
    const std::string path = JoinPath(folder, entry.name);
    if (entry.kind == FileKind::kFolder) {
      if (StartsWithTimestamp(entry.name) && HasFile(files, JoinPath(path, "migration.sql"))) {
        const bool prisma = HasFile(files, JoinPath(folder, "migration_lock.toml"));
        return prisma ? Layout::kPlainSql : Layout::kDrizzleFolders;
      }
      own_folders = own_folders || (IsDigit(entry.name.front()) && InnerFile(files, path));
    } else if (entry.name.ends_with(".sql") && entry.name.size() > 4) {
      plain = plain || test == FolderTest::kNamed || IsNumbered(entry.name);
    }
  }
  if (own_folders || plain) return Layout::kPlainSql;
  return std::nullopt;
}

std::optional<std::string> FileOfOwnFolder(const FileSystem& files, const std::string& folder) {
  const std::string_view name = BaseName(folder);
  if (name.empty() || !IsDigit(name.front())) return std::nullopt;
  auto file = InnerFile(files, folder);
  if (!file || !RecognizeFolder(files, ParentPath(folder), FolderTest::kFound)) return std::nullopt;
  return file;
}

MigrationsFolder ListMigrations(Gathering& gathering, const Location& location,
                                const std::string& folder, Layout layout) {
  MigrationsFolder result;
  result.layout = layout;
  result.starts_at_beginning = true;
  const auto entries = location.files->List(folder);
  if (!entries) {
    const std::string& reason = entries.error().message;
    AddNote(gathering, location, folder, "the folder could not be read: " + reason);
    gathering.failures.push_back(
        {fmt::format("cannot read {}: {}", ShownPath(location, folder), reason)});
    return result;
  }
  if (layout == Layout::kDrizzleJournal) {
    ListJournal(gathering, location, folder, *entries, result);
  } else if (layout == Layout::kDrizzleFolders) {
    ListDrizzleFolders(gathering, location, folder, *entries, result);
  } else {
    ListPlain(gathering, location, folder, *entries, result);
  }
  return result;
}

}  // namespace hoglint
