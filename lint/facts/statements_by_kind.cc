#include "lint/facts/statements_by_kind.h"

#include <algorithm>

namespace hoglint {

namespace {

using Entries = std::span<const StatementsByKind::Entry>;

// Those in front of the first that is not `within`.
template <typename Within>
Entries Front(Entries entries, Within within) {
  const auto end = std::ranges::partition_point(entries, within);
  return entries.first(static_cast<std::size_t>(end - entries.begin()));
}

}  // namespace

StatementsByKind::StatementsByKind(const Track& track) {
  for (const Migration& migration : track.migrations) {
    for (const Statement& statement : migration.parsed.statements) {
      all_[statement.body.index()].push_back({&migration, &statement});
    }
  }
}

Entries Before(Entries entries, const StatementFacts& facts) {
  const StatementsByKind::Entry here{&facts.migration, &facts.statement};
  return Front(entries, [&](const StatementsByKind::Entry& entry) {
    return StatementsByKind::Precedes(entry, here);
  });
}

Entries UntilBatchEnds(Entries entries, const StatementFacts& facts) {
  const Migration* last = facts.batch.statements.back().migration;
  return Front(entries,
               [&](const StatementsByKind::Entry& entry) { return entry.migration <= last; });
}

}  // namespace hoglint
