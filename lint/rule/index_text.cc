#include "lint/rule/index_text.h"

#include <fmt/format.h>

#include "lint/rule/lock_text.h"
#include "lint/rule/wording.h"
#include "lint/sql/statement_texts.h"

namespace hoglint {

std::string CreateIndexWith(const CreateIndex& create, std::string_view words,
                            const StatementFacts& facts) {
  const std::string head = fmt::format("CREATE {}INDEX {} ", create.unique ? "UNIQUE " : "", words);
  if (create.name.empty()) {
    return fmt::format("{}<name> ON {} ...;", head, ShownName(create.table, facts));
  }
  const Span& span = facts.statement.span;
  return fmt::format(
      "{}{};", head,
      OneLineText(facts.sources.Text(span).substr(create.name_span.begin - span.begin)));
}

bool IsPartitionedTable(const ObjectName& name, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(name);
  return relation != nullptr && relation->kind == RelationKind::kPartitionedTable;
}

std::string PartitionedIndexRemedy(const CreateIndex& create, const StatementFacts& facts) {
  const std::string name = create.name.empty() ? "<name>" : QuoteIdentifier(create.name);
  const std::string where = OutsideTransaction(facts);
  return fmt::format(
      "create it ON ONLY {}, which builds nothing; build the index of every partition CONCURRENTLY"
      "{}{}, and attach it:{}{}",
      ShownName(create.table, facts), where.empty() ? "" : " ", where,
      SqlLine(fmt::format("CREATE {}INDEX CONCURRENTLY <partition_index> ON <partition> (...);",
                          create.unique ? "UNIQUE " : "")),
      SqlLine(fmt::format("ALTER INDEX {} ATTACH PARTITION <partition_index>;", name)));
}

}  // namespace hoglint
