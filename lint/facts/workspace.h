// What was read from disk: tracks of migrations with their statements. Values only; checker/ fills
// them in.
#ifndef HOGLINT_LINT_FACTS_WORKSPACE_H_
#define HOGLINT_LINT_FACTS_WORKSPACE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lint/base/span.h"
#include "lint/sql/parse.h"

namespace hoglint {

struct Application;        // lint/facts/application.h
struct CodeUses;           // lint/facts/code_uses.h
struct DeclaredSchema;     // lint/typescript/declared_schema.h
struct DrizzleConfigFile;  // lint/facts/application.h
struct DrizzleFolder;      // lint/facts/drizzle_folder.h
struct Ownership;          // lint/facts/ownership.h
struct TrackHistory;       // lint/facts/track_history.h

// How the migrations of a folder are laid out.
enum class Layout : std::uint8_t {
  kDrizzleJournal,  // v0: meta/_journal.json, order of its entries
  kDrizzleFolders,  // v1: <timestamp>_name/migration.sql
  kPlainSql,        // numbered .sql files in natural order
  kLooseFiles,      // .sql files named one by one
};

// Something that hoglint did not look at, and why. Never silently clean.
struct NotChecked {
  std::optional<Span> place;  // absent: the whole file or the whole run
  std::string file;           // shown path; empty when it concerns the run
  std::string reason;
};

struct Migration {
  std::string tag;  // 0042_x: the journal's tag, the folder's or the file's name without .sql
  FileId file{};
  ParsedFile parsed;
  // It is on the base branch: it cannot be edited any more, only built upon.
  bool merged = false;
  std::optional<FileId> settings = {};  // Flyway's V1__x.sql.conf beside it; absent: none
};

// Statements that are sent to the server: those inside a DO block are part of it.
[[nodiscard]] std::size_t StatementCount(const Migration& migration);

// One migrations folder, in the order in which its runner applies it.
struct Track {
  std::string name;    // "client", "engine", or the folder's name
  std::string folder;  // shown path; empty for loose files
  Layout layout = Layout::kPlainSql;
  // The folder holds the history from its first migration on (not loose files, not a tail).
  bool starts_at_beginning = false;
  std::vector<Migration> migrations;
  std::uint32_t down_files = 0;                  // *.down.sql left out
  std::uint32_t down_sections = 0;               // goose and dbmate down sections left out
  std::shared_ptr<const DrizzleFolder> drizzle;  // null: no folder of Drizzle's
  std::shared_ptr<const TrackHistory> history;   // null: nothing to compare with
  std::shared_ptr<const Ownership> ownership;    // null: nobody else owns anything in the database
  std::shared_ptr<const Application> application;   // null: no package.json around it, or not read
  std::shared_ptr<const DrizzleConfigFile> config;  // null: no drizzle.config names the folder
  std::shared_ptr<const DeclaredSchema> declared;   // null: no TypeScript was read
  // Where base's code names what new migrations drop or rename; null: not looked for.
  std::shared_ptr<const CodeUses> code_uses;
};

struct Workspace {
  std::vector<Track> tracks;
  std::vector<NotChecked> not_checked;
  std::vector<std::shared_ptr<const Application>> applications = {};  // each once
  // Files beside the migrations that base has as they are.
  std::set<FileId> unchanged = {};
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_WORKSPACE_H_
