#include "checker/project/code_uses_search_snapshots.h"

#include <optional>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/folder_state.h"
#include "lint/base/source_file.h"
#include "lint/journal/snapshot.h"
#include "lint/schema/catalogue.h"

namespace hoglint {
namespace {

constexpr std::uint64_t kMaxSnapshot = std::uint64_t{16} << 20U;

// A snapshot that holds the name somewhere; most do not, and need not be read as JSON.
bool MayDeclare(std::string_view text, const TakenName& name) {
  const std::string& last = name.column.empty() ? name.table.name : name.column;
  return text.find('"' + last + '"') != std::string_view::npos;
}

// Absent for a snapshot that tells no schema.
std::optional<bool> Declares(const std::string& text, const TakenName& name) {
  Sources sources;
  const Snapshot snapshot = ReadSnapshot(sources.Add("", text));
  if (!snapshot.schema || snapshot.is_stub) return std::nullopt;
  const Relation* relation = snapshot.schema->catalogue.Find(name.table);
  if (relation == nullptr) return false;
  return name.column.empty() || relation->FindColumn(name.column) != nullptr;
}

}  // namespace

std::string WithdrawnSince(const Location& location, const Track& track, const TakenName& name) {
  // The folders of Drizzle 1.0 have branches, and snapshots that are only differences.
  if (track.layout != Layout::kDrizzleJournal) return {};
  const std::string folder = AbsolutePath(track.folder, location.shown_from);
  std::string since;
  for (std::size_t i = track.migrations.size(); i > 0; --i) {
    const Migration& migration = track.migrations[i - 1];
    if (!migration.merged) continue;
    const std::string path = JoinPath(folder, SnapshotPath(track.layout, migration.tag));
    const auto status = location.files->Stat(path);
    if (!status || status->kind != FileKind::kFile || status->size > kMaxSnapshot) continue;
    const auto text = location.files->Read(path);
    if (!text) continue;
    if (!MayDeclare(*text, name)) {
      since = migration.tag;
      continue;
    }
    const auto declares = Declares(*text, name);
    if (!declares) continue;
    if (*declares) return since;
    since = migration.tag;
  }
  return {};
}

}  // namespace hoglint
