#include "lint/schema/certain_dependents.h"

#include <algorithm>

namespace hoglint::apply {
namespace {

// The reference names a column of the table itself, as far as it says.
bool IsOfTable(const ColumnReference& reference, const Expression& in, const Relation& table) {
  return reference.qualifier == table.name.name ||
         (reference.qualifier.empty() && in.relations.empty());
}

bool PolicyNames(const Boxed<Expression>& expression, const std::string& column,
                 const Relation& table) {
  return expression && std::ranges::any_of(expression->columns, [&](const ColumnReference& one) {
           return one.column == column && IsOfTable(one, *expression, table);
         });
}

// What the query's own FROM list calls the relation.
std::vector<std::string> NamesOf(const Catalogue& catalogue, const Query& query,
                                 RelationId relation) {
  std::vector<std::string> names;
  for (const FromItem& item : query.from) {
    const Relation* read = catalogue.Find(item.relation);
    if (read == nullptr || read->id != relation) continue;
    names.push_back(item.alias.empty() ? item.relation.name : item.alias);
  }
  return names;
}

bool IsNamed(const ColumnReference& reference, const std::string& column) {
  return reference.column == column || reference.column == "*";
}

// u.id, where no nested query can mean another relation by u.
bool ReadsByQualifier(const Query& query, const std::vector<std::string>& names,
                      const std::string& column) {
  const bool nested = query.reads.size() != query.from.size();
  return !nested && std::ranges::any_of(query.columns, [&](const ColumnReference& one) {
    return IsNamed(one, column) && std::ranges::count(names, one.qualifier) > 0;
  });
}

// The query names the column of the relation, which stands in its own FROM list.
bool MayRead(const Query& query, const std::vector<std::string>& names, const std::string& column) {
  return !names.empty() && std::ranges::any_of(query.columns, [&](const ColumnReference& one) {
    return IsNamed(one, column) &&
           (one.qualifier.empty() || std::ranges::count(names, one.qualifier) > 0);
  });
}

bool ViewReads(const Catalogue& catalogue, const Relation& view, RelationId relation,
               const std::string& column) {
  const Query& query = view.view->query;
  const std::vector<std::string> names = NamesOf(catalogue, query, relation);
  if (ReadsByQualifier(query, names, column)) return true;
  if (!MayRead(query, names, column)) return false;
  for (const RelationId other : view.view->reads) {
    if (other == relation) continue;
    const Relation* read = catalogue.Get(other);
    if (read == nullptr || read->columns_unknown || read->FindColumn(column) != nullptr) {
      return false;
    }
  }
  return std::ranges::none_of(query.outputs, [&](const OutputColumn& output) {
    const auto names_it = [&](const ColumnReference& one) { return one.column == column; };
    return output.name == column && std::ranges::none_of(output.value.columns, names_it);
  });
}

}  // namespace

bool IsCertainDependent(const Catalogue& catalogue, RelationId relation, const std::string& column,
                        RelationId dependent, const std::string& policy) {
  const Relation& user = *catalogue.Get(dependent);
  if (policy.empty()) return !user.view || ViewReads(catalogue, user, relation, column);
  const auto found = std::ranges::find(user.policies, policy, &Policy::name);
  return found == user.policies.end() || PolicyNames(found->using_expression, column, user) ||
         PolicyNames(found->check_expression, column, user);
}

}  // namespace hoglint::apply
