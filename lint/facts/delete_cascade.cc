#include "lint/facts/delete_cascade.h"

#include <algorithm>
#include <cstddef>
#include <unordered_set>

namespace hoglint {
namespace {

bool Cascades(const Relation& from, const Relation& to) {
  return std::ranges::any_of(from.constraints, [&](const Constraint& key) {
    return key.references && key.references->table == to.id &&
           key.references->on_delete == ForeignKeyAction::kCascade;
  });
}

}  // namespace

std::vector<std::string> TablesOfCascade(const ObjectName& table, const StatementFacts& facts) {
  std::vector<const Relation*> reached;
  if (const Relation* first = facts.before.Find(table)) reached.push_back(first);
  std::unordered_set<const Relation*> known(reached.begin(), reached.end());
  std::vector<std::string> names;
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const Relation& deleted = *reached[next];
    std::unordered_set<RelationId> asked;  // a table is there once for each of its keys
    for (const RelationId id : deleted.referenced_by) {
      const Relation* other = facts.before.Get(id);
      if (other == nullptr || !asked.insert(id).second || known.contains(other)) continue;
      if (!Cascades(*other, deleted)) continue;
      known.insert(other);
      reached.push_back(other);
      if (!IsNew(*other, facts)) names.push_back(DisplayName(other->name));
    }
  }
  return names;
}

}  // namespace hoglint
