#include "lint/facts/unique_index.h"

#include <algorithm>
#include <set>

namespace hoglint {
namespace {

// The index, if it is what is looked for.
const CreateIndex* Match(const Statement& statement, const QualifiedName& table,
                         const std::set<std::string>& columns, const StatementFacts& facts) {
  const auto* index = As<CreateIndex>(statement);
  if (index == nullptr || !index->unique || !index->where) return nullptr;
  if (facts.before.ResolveExisting(index->table) != table) return nullptr;
  std::set<std::string> own;
  for (const IndexElement& element : index->elements) own.insert(element.column);
  return own == columns ? index : nullptr;
}

}  // namespace

Constraint AsConstraint(const Relation& index) {
  Constraint constraint;
  constraint.name = index.name.name;
  constraint.kind = ConstraintKind::kUnique;
  const auto add = [&](const Expression& expression) {
    for (const ColumnReference& column : expression.columns) {
      constraint.columns.push_back(column.column);
    }
  };
  for (const IndexElement& element : index.index->elements) {
    if (element.expression) {
      add(*element.expression);
    } else {
      constraint.columns.push_back(element.column);
    }
  }
  if (index.index->where) add(*index.index->where);
  constraint.index = index.id;
  constraint.origin = index.origin;
  return constraint;
}

bool BuildsUniqueIndex(const Relation& table, const StatementFacts& facts) {
  const auto builds = [&](std::uint32_t position) {
    const auto* index = As<CreateIndex>(*facts.batch.statements[position].statement);
    return index != nullptr && index->unique &&
           facts.before.ResolveExisting(index->table) == table.name;
  };
  return std::ranges::any_of(facts.EarlierNaming(table.name.name), builds) ||
         std::ranges::any_of(facts.LaterNaming(table.name.name), builds);
}

bool IsPlain(const IndexDetails& index) {
  return !index.where && std::ranges::none_of(index.elements, [](const IndexElement& element) {
    return element.expression.has_value();
  });
}

const CreateIndex* PartialSuccessor(const QualifiedName& table,
                                    const std::vector<std::string>& columns,
                                    const StatementFacts& facts) {
  const std::set<std::string> wanted(columns.begin(), columns.end());
  for (const auto positions : {facts.EarlierNaming(table.name), facts.LaterNaming(table.name)}) {
    for (const std::uint32_t position : positions) {
      const Statement& other = *facts.batch.statements[position].statement;
      if (const CreateIndex* index = Match(other, table, wanted, facts)) return index;
    }
  }
  return nullptr;
}

}  // namespace hoglint
