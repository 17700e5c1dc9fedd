#include "lint/drift/database_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "lint/drift/schema_drift.h"
#include "lint/schema/diff.h"

namespace hoglint {
namespace {

struct KindText {
  DifferenceKind kind;
  std::string_view id;
  std::string_view message;
};

// Diff() calls what only the first has missing.
constexpr KindText kKinds[] = {
    {DifferenceKind::kMissing, "only-in-first", "only the first database has"},
    {DifferenceKind::kExtra, "only-in-second", "only the second database has"},
    {DifferenceKind::kChanged, "differs", "in both databases, with a difference"},
};

std::string Count(std::size_t count) {
  return fmt::format("{} object{}", count, count == 1 ? "" : "s");
}

void AddKind(const std::vector<Difference>& differences, const KindText& text,
             std::vector<DriftFinding>& findings) {
  std::vector<DriftObject> objects;
  for (const Difference& difference : differences) {
    if (difference.kind != text.kind) continue;
    DriftObject& object = objects.emplace_back();
    object.name = DriftObjectName(difference);
    if (text.kind != DifferenceKind::kChanged) continue;
    object.expected = difference.expected;
    object.actual = difference.actual;
  }
  if (objects.empty()) return;
  const std::string count = Count(objects.size());
  const bool changed = text.kind == DifferenceKind::kChanged;
  findings.push_back({.kind = text.id,
                      .level = DriftLevel::kError,
                      .track = {},
                      .subject = {},
                      .message = changed ? fmt::format("{} {}", count, text.message)
                                         : fmt::format("{} {}", text.message, count),
                      .objects = std::move(objects)});
}

// A row by what the migrator knows it by, and its text's hash.
std::set<std::string> RowsOf(const Ledger& ledger) {
  std::set<std::string> rows;
  for (const LedgerRow& row : ledger.rows) {
    rows.insert(fmt::format("{} {} {}", row.created_at.value_or(0), row.name, row.hash));
  }
  return rows;
}

std::size_t OnlyIn(const std::set<std::string>& rows, const std::set<std::string>& others) {
  return static_cast<std::size_t>(
      std::ranges::count_if(rows, [&](const std::string& row) { return !others.contains(row); }));
}

void AddLedger(const Ledger& first, const Ledger& second, std::vector<DriftFinding>& findings) {
  const std::set<std::string> rows = RowsOf(first);
  const std::set<std::string> others = RowsOf(second);
  if (rows == others && first.exists == second.exists) return;
  findings.push_back({.kind = "ledgers-differ",
                      .level = DriftLevel::kWarning,
                      .track = {},
                      .subject = {},
                      .message = fmt::format(
                          "{} records other migrations: {} that only the first database has, "
                          "{} that only the second has",
                          DisplayName(first.name), OnlyIn(rows, others), OnlyIn(others, rows))});
}

}  // namespace

std::vector<DriftFinding> CompareDatabases(const DatabaseState& first,
                                           const DatabaseState& second) {
  std::vector<DriftFinding> findings;
  for (std::size_t i = 0; i < std::min(first.ledgers.size(), second.ledgers.size()); ++i) {
    AddLedger(first.ledgers[i], second.ledgers[i], findings);
  }
  const std::vector<Difference> differences = Diff(first.catalogue, second.catalogue, {});
  for (const KindText& text : kKinds) AddKind(differences, text, findings);
  return findings;
}

}  // namespace hoglint
