#include "lint/facts/workspace.h"

#include <numeric>

namespace hoglint {

std::size_t StatementCount(const Migration& migration) {
  const auto& chunks = migration.parsed.chunks;
  return std::accumulate(
      chunks.begin(), chunks.end(), std::size_t{0},
      [](std::size_t sum, const Chunk& chunk) { return sum + chunk.statement_count; });
}

}  // namespace hoglint
