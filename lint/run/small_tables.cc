#include "lint/run/small_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace hoglint {
namespace {

bool Matters(const Effect& effect) {
  return effect.scan || effect.rewrite || effect.index_build || BlocksWrites(effect.lock);
}

// The table of an index, else the relation itself; null when the catalogue does not know it.
const Relation* TableOf(const Effect& effect, const StatementFacts& facts) {
  const Relation* relation = facts.before.Get(effect.relation);
  if (relation == nullptr || !relation->index) return relation;
  return facts.before.Get(relation->index->table);
}

// "posts had about 120 rows on 2026-11-20": whoever reads a lowered level can see how old that is.
std::string RowsWords(const QualifiedName& table, const TableSize& size) {
  const std::int64_t rows = size.rows.value_or(0);
  const bool dated = !size.analysed.empty();
  return fmt::format("{} {} about {} row{}{}{}", DisplayName(table), dated ? "had" : "has", rows,
                     rows == 1 ? "" : "s", dated ? " on " : "", size.analysed);
}

}  // namespace

std::string SmallTables(const StatementFacts& facts, const SizeOptions& options) {
  if (options.sizes == nullptr) return {};
  std::vector<std::string> said;
  for (const Effect& effect : facts.effects.effects) {
    if (!Matters(effect)) continue;
    const Relation* table = TableOf(effect, facts);
    if (table == nullptr) return {};
    if (IsNewAndEmpty(*table, facts) || table->view || table->sequence) continue;
    const TableSize* size = options.sizes->Find(table->name);
    if (size == nullptr || !size->rows || *size->rows > options.small_rows) return {};
    std::string text = RowsWords(table->name, *size);
    if (std::ranges::find(said, text) == said.end()) said.push_back(std::move(text));
  }
  if (said.empty()) return {};
  return fmt::format("{} ({})", fmt::join(said, ", "), options.sizes->path);
}

bool SizeTellsTime(const Effect& effect, const StatementFacts& facts) {
  if (As<Truncate>(facts.statement) != nullptr) return false;
  if (effect.lock == LockMode::kRowExclusive) return false;
  const Relation* relation = facts.before.Get(effect.relation);
  if (relation == nullptr || relation->index) return false;
  return relation->kind != RelationKind::kMaterializedView ||
         As<RefreshMaterializedView>(facts.statement) == nullptr;
}

double EstimatedSeconds(const Effect& effect, const TableSize& size) {
  const auto bytes = static_cast<double>(size.bytes);
  if (effect.rewrite) {
    return bytes / kReadBytesPerSecond +
           (bytes + static_cast<double>(size.index_bytes)) / kWrittenBytesPerSecond;
  }
  double seconds = effect.scan || effect.index_build ? bytes / kReadBytesPerSecond : 0;
  if (effect.index_build)
    seconds += static_cast<double>(size.rows.value_or(0)) / kIndexedRowsPerSecond;
  return seconds;
}

}  // namespace hoglint
