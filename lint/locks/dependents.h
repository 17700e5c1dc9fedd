// What goes with a dropped object: indexes, owned sequences, partitions, foreign keys in both
// directions, and with CASCADE views and defaults. PostgreSQL's dependency walk over the
// catalogue's links.
#ifndef HOGLINT_LINT_LOCKS_DEPENDENTS_H_
#define HOGLINT_LINT_LOCKS_DEPENDENTS_H_

#include <set>
#include <string_view>

#include "lint/locks/effect_set.h"
#include "lint/locks/relation_walk.h"

namespace hoglint {

// Collects what is to be dropped; Run() follows the links and writes the effects.
class Dependents {
 public:
  Dependents(EffectSet& set, bool cascade) : set_(set), cascade_(cascade) {}

  // A whole relation of any kind.
  void DropRelation(const Relation& relation, std::string_view reason);
  // A column of a table with all that is about it.
  void DropColumn(const Relation& table, std::string_view column);
  // A constraint; with CASCADE also the foreign keys that rely on its index.
  void DropConstraint(const Relation& table, const Constraint& constraint);

  // Follows the relations' own dependents until there are no more.
  void Run();

 private:
  void DropTableParts(const Relation& table);
  void DropViewsOver(const Relation& relation);
  void DropDefaultsOf(const Relation& sequence);
  void DropKeys(const Relation& table);
  void DropKeysOver(const Relation& index);
  [[nodiscard]] bool Seen(const Relation& relation) { return !seen_.insert(&relation).second; }

  EffectSet& set_;
  bool cascade_;
  std::set<const Relation*> seen_;
  Relations queue_;
};

// The sequences that nextval('s') and its like draw from in an expression.
[[nodiscard]] Relations SequencesDrawn(const Catalogue& catalogue, const Expression& expression);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_DEPENDENTS_H_
