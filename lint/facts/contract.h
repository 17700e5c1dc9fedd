// Contract: does the code that runs before a batch still declare what the batch drops? Drizzle's
// snapshots answer it: they are its schema files as of each migration.
#ifndef HOGLINT_LINT_FACTS_CONTRACT_H_
#define HOGLINT_LINT_FACTS_CONTRACT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/facts/statement_facts.h"

namespace hoglint {

enum class Declaration : std::uint8_t {
  kUnknown,    // no snapshot, none that can be trusted, or none that has ever declared it
  kDeclared,   // Drizzle's queries of the deployed code list it
  kWithdrawn,  // an earlier deploy took it out of the schema, the database still has it
};

struct ContractPhase {
  Declaration declaration = Declaration::kUnknown;
  // kDeclared: the last migration before the batch whose snapshot has it. kWithdrawn: the first
  // one whose snapshot does not.
  std::string tag;
};

// Asks the newest snapshot before the batch of the statement; with `column` empty about the table.
// Walks back only while it is not declared.
[[nodiscard]] ContractPhase DeclaredBefore(const QualifiedName& table, std::string_view column,
                                           const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CONTRACT_H_
