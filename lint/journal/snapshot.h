// Snapshot: drizzle-kit's picture of the schema after a migration, in any of its formats.
#ifndef HOGLINT_LINT_JOURNAL_SNAPSHOT_H_
#define HOGLINT_LINT_JOURNAL_SNAPSHOT_H_

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/journal/json_problem.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

// The parent of a first snapshot.
inline constexpr std::string_view kNoParentSnapshot = "00000000-0000-0000-0000-000000000000";

// What the snapshot says of the schema.
struct SnapshotSchema {
  // As PostgreSQL would have it after running drizzle-kit's own statements for an empty database.
  // Places inside mean nothing.
  Catalogue catalogue;
  // Tables whose primary key has a name that the snapshot does not tell: the catalogue's is a
  // guess.
  std::set<QualifiedName> unnamed_primary_keys;
  // What the format has at all; the rest is no part of the catalogue, and its absence says nothing.
  bool knows_checks = true;
  bool knows_views = true;
  bool knows_sequences = true;
  bool knows_policies = true;  // and row security
};

struct Snapshot {
  FileId file{};
  std::string version;  // "5" to "9"; empty when not there
  Span version_span;
  std::string dialect;  // "pg", "postgresql" (6, 7) or "postgres" (8, 9)
  std::string id;
  Span id_span;
  // One but for merges (v8 and v9). The first snapshot has kNoParentSnapshot.
  std::vector<std::string> prev_ids;
  Span prev_ids_span;
  // v8 and v9: "public.users.name->public.users.full_name". Earlier formats do not record any.
  std::vector<std::string> renames;
  // v9: holds only what changed since its parent.
  bool is_diff = false;
  // Emptied by hand to its header (key `_stub`): says nothing of the schema.
  bool is_stub = false;
  // Absent for stubs, unknown versions, unreadable files and diffs without their parents.
  std::optional<SnapshotSchema> schema;
  std::vector<JsonProblem> problems;  // in the order of the file
};

// Reads one snapshot. A v9 diff has no schema then: it needs the snapshots before it.
[[nodiscard]] Snapshot ReadSnapshot(const SourceFile& file);

// Reads all snapshots of one folder, in the given order, which is the order of the migrations; v9
// diffs get their schema from those of their parents that are among them.
[[nodiscard]] std::vector<Snapshot> ReadSnapshots(std::span<const SourceFile* const> files);

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_SNAPSHOT_H_
