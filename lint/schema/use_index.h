// Which relations may use a sequence, a type or a relation: what DependentsOf() else asks every
// relation for. Good until the catalogue changes. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_USE_INDEX_H_
#define HOGLINT_LINT_SCHEMA_USE_INDEX_H_

#include <map>
#include <string>
#include <vector>

#include "lint/schema/catalogue.h"

namespace hoglint::apply {

class UseIndex {
 public:
  explicit UseIndex(const Catalogue& catalogue);

  // Those with a default that draws from the sequence.
  [[nodiscard]] const std::vector<RelationId>& DrawingFrom(RelationId sequence) const;
  // Those with a column of a type of that name, in whatever schema, or with a default that has a
  // cast to one, and those that CREATE TABLE ... OF made of it.
  [[nodiscard]] const std::vector<RelationId>& OfType(const std::string& type) const;
  // Those with a policy that reads a relation of that name.
  [[nodiscard]] const std::vector<RelationId>& WithPoliciesReading(const std::string& name) const;
  // Those with a trigger or an expression that calls a function of that name.
  [[nodiscard]] const std::vector<RelationId>& Calling(const std::string& function) const;

 private:
  void AddTypes(const Relation& relation);
  void AddPolicies(const Relation& relation);
  void AddCalls(const Relation& relation);

  const std::vector<RelationId> none_;
  std::map<RelationId, std::vector<RelationId>> drawing_;
  std::map<std::string, std::vector<RelationId>> of_type_;
  std::map<std::string, std::vector<RelationId>> reading_;
  std::map<std::string, std::vector<RelationId>> calling_;
};

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_USE_INDEX_H_
