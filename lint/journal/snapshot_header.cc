#include "lint/journal/snapshot_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace hoglint {
namespace {

void Add(Snapshot& snapshot, JsonProblemKind kind, Span span, std::string message) {
  snapshot.problems.push_back({kind, span, std::move(message)});
}

std::pair<std::string, Span> Text(JsonValue root, std::string_view key, Snapshot& snapshot) {
  const JsonValue member = root[key];
  if (const auto text = member.AsString()) return {std::string(*text), member.span()};
  if (member.present()) {
    Add(snapshot, JsonProblemKind::kWrongType, member.span(),
        fmt::format("{} is {}, not a string", key, KindName(member.kind())));
  } else if (!HasSyntaxError(snapshot)) {  // behind one, everything is missing
    const Span span = root.span();
    Add(snapshot, JsonProblemKind::kMissing,
        {span.file, span.begin, std::min(span.begin + 1, span.end)},
        fmt::format("the snapshot has no {}", key));
  }
  return {};
}

void ReadParents(JsonValue root, Snapshot& snapshot) {
  const JsonValue list = root["prevIds"];
  if (!list.present()) {
    auto [id, span] = Text(root, "prevId", snapshot);
    if (!id.empty()) snapshot.prev_ids.push_back(std::move(id));
    snapshot.prev_ids_span = span;
    return;
  }
  snapshot.prev_ids_span = list.span();
  bool all_strings = list.is_array();
  for (const JsonValue id : list) {
    all_strings = all_strings && id.kind() == JsonKind::kString;
    if (const auto text = id.AsString()) snapshot.prev_ids.emplace_back(*text);
  }
  if (!all_strings) {
    Add(snapshot, JsonProblemKind::kWrongType, list.span(), "prevIds is not an array of strings");
  }
}

}  // namespace

bool HasSyntaxError(const Snapshot& snapshot) {
  return std::ranges::any_of(snapshot.problems, [](const JsonProblem& problem) {
    return problem.kind == JsonProblemKind::kSyntax;
  });
}

void ReadSnapshotHeader(JsonValue root, Snapshot& snapshot) {
  std::tie(snapshot.version, snapshot.version_span) = Text(root, "version", snapshot);
  snapshot.dialect = Text(root, "dialect", snapshot).first;
  std::tie(snapshot.id, snapshot.id_span) = Text(root, "id", snapshot);
  ReadParents(root, snapshot);
  snapshot.is_stub = root["_stub"].present();
  snapshot.is_diff = root["type"].AsString() == "diff";
  for (const JsonValue rename : root["renames"]) {
    if (const auto text = rename.AsString()) snapshot.renames.emplace_back(*text);
  }
  if (snapshot.is_diff) snapshot.renames = ddl::RenamesOf(root["deltas"]);
}

void AddUnnamedPrimaryKeys(const ddl::Ddl& rows, SnapshotSchema& schema) {
  for (const ddl::Column& column : rows.columns) {
    if (column.primary_key) schema.unnamed_primary_keys.insert({column.schema, column.table});
  }
  for (const ddl::Key& key : rows.primary_keys) {
    if (!key.name_chosen) schema.unnamed_primary_keys.insert({key.schema, key.table});
  }
}

}  // namespace hoglint
