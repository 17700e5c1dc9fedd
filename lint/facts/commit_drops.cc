#include "lint/facts/commit_drops.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/statement_words.h"
#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

const ObjectName* TemporaryTable(const Statement& statement) {
  if (const auto* create = As<CreateTable>(statement)) {
    return create->persistence == Persistence::kTemporary ? &create->table : nullptr;
  }
  const auto* filled = As<CreateTableAs>(statement);
  if (filled == nullptr || filled->persistence != Persistence::kTemporary) return nullptr;
  return &filled->table;
}

// No part of the statement's value keeps the clause.
bool GoesOnCommit(std::string_view text) {
  constexpr std::array<std::string_view, 3> kClause = {"on", "commit", "drop"};
  const std::string bare = WithoutComments(std::string(text));
  const std::vector<apply::TextToken> tokens = apply::Tokens(bare);
  return std::search(tokens.begin(), tokens.end(), kClause.begin(), kClause.end(),
                     [](const apply::TextToken& token, std::string_view word) {
                       return token.kind == apply::TokenKind::kWord && token.value == word;
                     }) != tokens.end();
}

// After a ROLLBACK another relation may have its number.
bool IsTemporaryTable(const Relation* relation) {
  return relation != nullptr && relation->persistence == Persistence::kTemporary &&
         !relation->index && !relation->sequence;
}

}  // namespace

void CommitDrops::Enter(const TransactionId& transaction, Catalogue& catalogue) {
  if (transaction.value == transaction_) return;
  transaction_ = transaction.value;
  for (const RelationId id : tables_) {
    if (!IsTemporaryTable(catalogue.Get(id))) continue;
    const Relation table = *catalogue.Get(id);
    for (const RelationId index : table.indexes) catalogue.RemoveRelation(index);
    for (const RelationId sequence : table.owned_sequences) catalogue.RemoveRelation(sequence);
    catalogue.RemoveRelation(id);
    // Without a word in the file: whoever names it later is to see where it was.
    if (of_request_) catalogue.NoteDropped(catalogue.Resolve({"", table.name.name, {}}));
  }
  tables_.clear();
}

void CommitDrops::Take(const Statement& statement, std::string_view text,
                       const Catalogue& catalogue) {
  const ObjectName* name = TemporaryTable(statement);
  if (name == nullptr || (!of_request_ && !GoesOnCommit(text))) return;
  const Relation* table = catalogue.Find(*name);
  if (IsTemporaryTable(table)) tables_.push_back(table->id);
}

}  // namespace hoglint
