#include "lint/facts/do_block.h"

namespace hoglint {

const Statement* DoBlockAround(const AppliedStatement& applied) {
  if (!applied.statement.nesting.in_do_block) return nullptr;
  for (std::size_t at = applied.index; at > 0; --at) {
    const Statement& earlier = *applied.batch.statements[at - 1].statement;
    if (As<DoBlock>(earlier) != nullptr) return &earlier;
  }
  return nullptr;
}

}  // namespace hoglint
