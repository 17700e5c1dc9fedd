#include "lint/journal/snapshot_series.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/journal/catalogue_series.h"
#include "lint/journal/json_positions.h"
#include "lint/journal/snapshot_header.h"
#include "lint/journal/snapshot_outline.h"

namespace hoglint {
namespace {

using ddl::OtherRows;
using ddl::TableRows;

// The members that ReadSnapshotHeader looks at.
bool IsHeader(const OutlineMember& member) {
  constexpr std::array kKeys{"version", "dialect", "id",      "prevId", "prevIds",
                             "_stub",   "type",    "renames", "deltas"};
  return std::ranges::find(kKeys, member.key) != kKeys.end();
}

// Members of the file as an object of their own, and the way back.
class Excerpt {
 public:
  void Add(const SnapshotOutline& outline, const OutlineMember& member) {
    text_ += text_.empty() ? '{' : ',';
    pieces_.push_back({static_cast<std::uint32_t>(text_.size()), member.begin});
    text_ += outline.Bytes(member);
  }

  [[nodiscard]] std::string Finish() const { return (text_.empty() ? "{" : text_) + "}"; }

  // The span's place in the file.
  [[nodiscard]] Span InFile(const Span& span) const {
    for (auto piece = pieces_.rbegin(); piece != pieces_.rend(); ++piece) {
      if (piece->first > span.begin) continue;
      const std::uint32_t begin = span.begin - piece->first + piece->second;
      return {span.file, begin, begin + (span.end - span.begin)};
    }
    return span;
  }

 private:
  std::string text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pieces_;  // begin here, begin in the file
};

// The rows of an object with members of a snapshot; absent when anything is wrong with them.
std::optional<ddl::Ddl> RowsOf(std::string json) {
  const SourceFile file(FileId{}, "", std::move(json));
  const JsonDocument document(file);
  if (!document.problems().empty()) return std::nullopt;
  std::vector<JsonProblem> problems;
  ddl::Ddl rows = ddl::ReadTables(document.root(), problems);
  if (!problems.empty()) return std::nullopt;
  return rows;
}

std::shared_ptr<const TableRows> ReadTable(const SnapshotOutline& outline,
                                           const OutlineMember& member) {
  std::string json = "{\"tables\":{";
  json += outline.Bytes(member);
  json += "}}";
  std::optional<ddl::Ddl> rows = RowsOf(std::move(json));
  return rows ? ddl::TableRowsOf(*std::move(rows)) : nullptr;
}

// Absent unless it is a plain picture of a schema with an object per table.
std::optional<Snapshot> ReadHeader(const SourceFile& file, const SnapshotOutline& outline) {
  Excerpt excerpt;
  for (const OutlineMember& member : outline.root) {
    if (IsHeader(member)) excerpt.Add(outline, member);
  }
  const SourceFile text(file.id(), "", excerpt.Finish());
  const JsonDocument document(text);
  Snapshot snapshot;
  snapshot.file = file.id();
  snapshot.problems = document.problems();
  if (!document.root().is_object()) return std::nullopt;
  ReadSnapshotHeader(document.root(), snapshot);
  constexpr std::string_view kVersions = "567";
  if (!snapshot.problems.empty() || snapshot.is_stub || snapshot.is_diff ||
      snapshot.version.size() != 1 || kVersions.find(snapshot.version) == std::string_view::npos) {
    return std::nullopt;
  }
  for (Span* span : {&snapshot.version_span, &snapshot.id_span, &snapshot.prev_ids_span}) {
    *span = excerpt.InFile(*span);
  }
  return snapshot;
}

}  // namespace

class SnapshotSeries::State {
 public:
  // Absent for what has to be read as a whole.
  std::optional<Snapshot> Read(const SourceFile& file) {
    std::optional<SnapshotOutline> outline =
        OutlineOf(file.text(), outline_ ? &*outline_ : nullptr);
    if (!outline) return std::nullopt;
    std::optional<Snapshot> snapshot = ReadHeader(file, *outline);
    if (!snapshot || !ReadOther(*outline) || !ReadTables(*outline)) return std::nullopt;
    outline_ = std::move(outline);
    snapshot->schema = SchemaOf();
    return snapshot;
  }

 private:
  bool ReadOther(const SnapshotOutline& outline) {
    Excerpt excerpt;
    for (const OutlineMember& member : outline.root) {
      if (!IsHeader(member)) excerpt.Add(outline, member);
    }
    std::string text = excerpt.Finish();
    if (other_ != nullptr && text == other_text_) return true;
    other_text_ = text;
    std::optional<ddl::Ddl> rows = RowsOf(std::move(text));
    other_ = rows ? ddl::OtherRowsOf(*std::move(rows)) : nullptr;
    return other_ != nullptr;
  }

  bool ReadTables(const SnapshotOutline& outline) {
    std::vector<std::shared_ptr<const TableRows>> tables;
    tables.reserve(outline.tables.size());
    std::set<std::pair<std::string_view, std::string_view>> names;
    for (const OutlineMember& member : outline.tables) {
      tables.push_back(member.same_as ? tables_[*member.same_as] : ReadTable(outline, member));
      if (tables.back() == nullptr) return false;
      // Two of one name are one table with the columns of both.
      const ddl::Table& table = tables.back()->rows.tables.front();
      if (!names.emplace(table.schema, table.name).second) return false;
    }
    tables_ = std::move(tables);
    return true;
  }

  SnapshotSchema SchemaOf() {
    const ddl::Knows& knows = other_->rows.knows;
    SnapshotSchema schema{.catalogue = catalogues_.Next(other_, tables_),
                          .unnamed_primary_keys = {},
                          .knows_checks = false,
                          .knows_views = knows.views,
                          .knows_sequences = knows.sequences,
                          .knows_policies = knows.policies};
    for (const auto& table : tables_) {
      schema.knows_checks = schema.knows_checks || table->rows.knows.checks;
      AddUnnamedPrimaryKeys(table->rows, schema);
    }
    return schema;
  }

  std::optional<SnapshotOutline> outline_;                // of the last that was read here
  std::vector<std::shared_ptr<const TableRows>> tables_;  // as in `outline_`
  std::string other_text_;
  std::shared_ptr<const OtherRows> other_;
  ddl::CatalogueSeries catalogues_;
};

SnapshotSeries::SnapshotSeries() : state_(std::make_unique<State>()) {}
SnapshotSeries::~SnapshotSeries() = default;
SnapshotSeries::SnapshotSeries(SnapshotSeries&&) noexcept = default;
SnapshotSeries& SnapshotSeries::operator=(SnapshotSeries&&) noexcept = default;

Snapshot SnapshotSeries::Read(const SourceFile& file) {
  std::optional<Snapshot> snapshot = state_->Read(file);
  return snapshot ? *std::move(snapshot) : ReadSnapshot(file);
}

}  // namespace hoglint
