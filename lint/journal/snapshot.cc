#include "lint/journal/snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "lint/journal/ddl.h"
#include "lint/journal/ddl_catalogue.h"
#include "lint/journal/json_positions.h"
#include "lint/journal/snapshot_header.h"

namespace hoglint {
namespace {

// A snapshot while its folder is read.
struct Reading {
  Snapshot snapshot;
  std::unique_ptr<JsonDocument> document;  // null once nothing of it is needed any more
};

void Add(Snapshot& snapshot, JsonProblemKind kind, Span span, std::string message) {
  snapshot.problems.push_back({kind, span, std::move(message)});
}

bool IsSupported(const Snapshot& snapshot) {
  constexpr std::string_view kVersions = "56789";
  return snapshot.version.size() == 1 && kVersions.find(snapshot.version) != std::string_view::npos;
}

// The member that the version keeps the schema in, with a problem when it is not there.
JsonValue Body(JsonValue root, std::string_view key, JsonKind kind, Snapshot& snapshot) {
  const JsonValue body = root[key];
  if (body.kind() == kind) return body;
  Add(snapshot, body.present() ? JsonProblemKind::kWrongType : JsonProblemKind::kMissing,
      body.present() ? body.span() : Span{root.span().file, root.span().begin, root.span().begin},
      fmt::format("{} of the snapshot is {}, not {}", key, KindName(body.kind()), KindName(kind)));
  return {};
}

Reading ReadDocument(const SourceFile& file) {
  Reading reading;
  Snapshot& snapshot = reading.snapshot;
  snapshot.file = file.id();
  auto document = std::make_unique<JsonDocument>(file);
  snapshot.problems = document->problems();
  const JsonValue root = document->root();
  if (!root.is_object()) {
    if (!HasSyntaxError(snapshot)) {
      Add(snapshot, JsonProblemKind::kWrongType, root.span(),
          fmt::format("a snapshot is an object, but this is {}", KindName(root.kind())));
    }
    return reading;
  }
  ReadSnapshotHeader(root, snapshot);
  if (!snapshot.version.empty() && !IsSupported(snapshot)) {
    Add(snapshot, JsonProblemKind::kUnsupported, snapshot.version_span,
        fmt::format("version {} of the snapshot format is not known", snapshot.version));
  } else if (!snapshot.version.empty() && !snapshot.is_stub && !HasSyntaxError(snapshot)) {
    reading.document = std::move(document);
  }
  return reading;
}

// The rows of a snapshot that needs no other; absent when it has none.
std::optional<ddl::Ddl> OwnRows(Reading& reading) {
  if (reading.document == nullptr || reading.snapshot.is_diff) return std::nullopt;
  const JsonValue root = reading.document->root();
  Snapshot& snapshot = reading.snapshot;
  if (snapshot.version == "8" || snapshot.version == "9") {
    const JsonValue rows = Body(root, "ddl", JsonKind::kArray, snapshot);
    if (!rows.present()) return std::nullopt;
    return ddl::ReadRows(rows, snapshot.problems);
  }
  if (!Body(root, "tables", JsonKind::kObject, snapshot).present()) return std::nullopt;
  return ddl::ReadTables(root, snapshot.problems);
}

void FillSchema(const ddl::Ddl& rows, Snapshot& snapshot) {
  SnapshotSchema schema{.catalogue = ddl::BuildCatalogue(rows, snapshot.problems),
                        .unnamed_primary_keys = {},
                        .knows_checks = rows.knows.checks,
                        .knows_views = rows.knows.views,
                        .knows_sequences = rows.knows.sequences,
                        .knows_policies = rows.knows.policies};
  AddUnnamedPrimaryKeys(rows, schema);
  snapshot.schema = std::move(schema);
}

// v9: the rows after each snapshot, from a base and the deltas since, as drizzle-kit's
// reconstruct.ts does it.
class Chain {
 public:
  explicit Chain(std::vector<Reading>& readings) : readings_(readings) {
    for (std::size_t i = 0; i < readings.size(); ++i) by_id_.emplace(readings[i].snapshot.id, i);
  }

  // Absent, with a problem, when a snapshot that it builds upon is missing or unreadable.
  std::optional<ddl::Ddl> RowsAfter(std::size_t index) {
    std::vector<std::size_t> diffs;
    std::optional<ddl::Ddl> rows;
    std::unordered_set<std::size_t> seen;
    for (std::size_t at = index; !rows;) {
      if (at == last_index_) {
        rows = last_rows_;  // the usual case: the parent is the one before
      } else if (!readings_[at].snapshot.is_diff) {
        rows = BaseRows(at);
        if (!rows) return NoParent(index, readings_[at].snapshot.id);
      } else {
        diffs.push_back(at);
        const std::vector<std::string>& parents = readings_[at].snapshot.prev_ids;
        const auto parent = parents.empty() ? by_id_.end() : by_id_.find(parents.front());
        if (readings_[at].document == nullptr) return NoParent(index, readings_[at].snapshot.id);
        if (parent == by_id_.end() || !seen.insert(at).second) {
          return NoParent(index, parents.empty() ? "" : parents.front());
        }
        at = parent->second;
      }
    }
    for (auto diff = diffs.rbegin(); diff != diffs.rend(); ++diff) ApplyWithParents(*diff, *rows);
    last_index_ = index;
    last_rows_ = rows;
    return rows;
  }

 private:
  std::optional<ddl::Ddl> NoParent(std::size_t index, std::string_view id) {
    Snapshot& snapshot = readings_[index].snapshot;
    Add(snapshot, JsonProblemKind::kUnsupported, snapshot.prev_ids_span,
        fmt::format("holds only changes since snapshot {}, which cannot be read here", id));
    return std::nullopt;
  }

  std::optional<ddl::Ddl> BaseRows(std::size_t index) {
    std::vector<JsonProblem>& problems = readings_[index].snapshot.problems;
    const std::size_t before = problems.size();
    std::optional<ddl::Ddl> rows = OwnRows(readings_[index]);
    if (!told_.insert(index).second) problems.resize(before);
    return rows;
  }

  // A merge takes what its other parents have and the first has not, then its own deltas.
  void ApplyWithParents(std::size_t index, ddl::Ddl& rows) {
    const std::vector<std::string>& parents = readings_[index].snapshot.prev_ids;
    if (parents.size() > 1) {
      std::unordered_set<std::size_t> known;
      CollectHistory(std::span(parents).first(1), known);
      std::unordered_set<std::size_t> all = known;
      CollectHistory(std::span(parents).subspan(1), all);
      for (std::size_t other = 0; other < readings_.size(); ++other) {
        if (all.contains(other) && !known.contains(other)) ApplyOwn(other, rows);
      }
    }
    ApplyOwn(index, rows);
  }

  void ApplyOwn(std::size_t index, ddl::Ddl& rows) {
    Reading& reading = readings_[index];
    if (reading.document == nullptr || !reading.snapshot.is_diff) return;
    std::vector<JsonProblem> problems;
    ddl::ApplyDeltas(rows, reading.document->root()["deltas"], problems);
    if (told_.insert(index).second) {
      std::ranges::move(problems, std::back_inserter(reading.snapshot.problems));
    }
  }

  void CollectHistory(std::span<const std::string> ids, std::unordered_set<std::size_t>& found) {
    std::vector<std::size_t> open;
    const auto add = [&](std::span<const std::string> parents) {
      for (const std::string& id : parents) {
        const auto parent = by_id_.find(id);
        if (parent != by_id_.end() && found.insert(parent->second).second) {
          open.push_back(parent->second);
        }
      }
    };
    add(ids);
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      add(readings_[at].snapshot.prev_ids);
    }
  }

  std::vector<Reading>& readings_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::unordered_set<std::size_t> told_;  // whose problems have been told: rows are read repeatedly
  std::size_t last_index_ = static_cast<std::size_t>(-1);
  std::optional<ddl::Ddl> last_rows_;
};

void SortProblems(Snapshot& snapshot) {
  std::ranges::stable_sort(snapshot.problems, {}, [](const JsonProblem& problem) {
    return std::pair(problem.span.begin, problem.kind);
  });
}

}  // namespace

Snapshot ReadSnapshot(const SourceFile& file) {
  Reading reading = ReadDocument(file);
  if (const auto rows = OwnRows(reading)) FillSchema(*rows, reading.snapshot);
  SortProblems(reading.snapshot);
  return std::move(reading.snapshot);
}

std::vector<Snapshot> ReadSnapshots(std::span<const SourceFile* const> files) {
  std::vector<Reading> readings;
  readings.reserve(files.size());
  for (const SourceFile* file : files) {
    readings.push_back(ReadDocument(*file));
    // Only v9 needs to be looked at twice.
    if (readings.back().snapshot.version == "9") continue;
    if (const auto rows = OwnRows(readings.back())) FillSchema(*rows, readings.back().snapshot);
    readings.back().document.reset();
  }
  Chain chain(readings);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (readings[i].document == nullptr) continue;
    if (const auto rows = chain.RowsAfter(i)) FillSchema(*rows, readings[i].snapshot);
  }
  std::vector<Snapshot> snapshots;
  snapshots.reserve(readings.size());
  for (Reading& reading : readings) {
    SortProblems(reading.snapshot);
    snapshots.push_back(std::move(reading.snapshot));
  }
  return snapshots;
}

}  // namespace hoglint
