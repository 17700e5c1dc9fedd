// The tables in which tools that apply migrations note which ones have run.
#ifndef HOGLINT_LINT_FACTS_TOOL_LEDGERS_H_
#define HOGLINT_LINT_FACTS_TOOL_LEDGERS_H_

#include <string_view>

namespace hoglint {

// The name, without its schema, is that of a table that such a tool makes before it applies the
// first migration: no file creates it, and it is there.
[[nodiscard]] bool IsToolLedger(std::string_view table);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TOOL_LEDGERS_H_
