#include "lint/schema/use_index.h"

namespace hoglint::apply {
namespace {

// Once each: what is added of one relation comes in a row.
void Add(std::vector<RelationId>& users, RelationId user) {
  if (users.empty() || users.back() != user) users.push_back(user);
}

}  // namespace

UseIndex::UseIndex(const Catalogue& catalogue) {
  for (const auto& [name, id] : catalogue.relation_names()) {
    const Relation& relation = *catalogue.Get(id);
    AddTypes(relation);
    AddPolicies(relation);
    AddCalls(relation);
  }
}

void UseIndex::AddTypes(const Relation& relation) {
  const auto add = [&](const TypeName& type) { Add(of_type_[type.name], relation.id); };
  for (const Column& column : relation.columns) {
    add(column.type_name);
    if (!column.default_value) continue;
    const Expression& value = column.default_value->expression;
    if (value.cast) add(*value.cast);
    for (const StringConstant& string : value.strings) {
      if (string.cast) add(*string.cast);
    }
    for (const RelationId sequence : column.default_value->sequences) {
      Add(drawing_[sequence], relation.id);
    }
  }
  if (relation.of_type) Add(of_type_[relation.of_type->name], relation.id);
}

void UseIndex::AddPolicies(const Relation& relation) {
  const auto add = [&](const Boxed<Expression>& expression) {
    if (!expression) return;
    for (const ObjectName& name : expression->relations) Add(reading_[name.name], relation.id);
  };
  for (const Policy& policy : relation.policies) {
    add(policy.using_expression);
    add(policy.check_expression);
  }
}

void UseIndex::AddCalls(const Relation& relation) {
  const auto add_all = [&](const std::vector<FunctionCall>& calls) {
    for (const FunctionCall& call : calls) Add(calling_[call.name.name], relation.id);
  };
  const auto add = [&](const Boxed<Expression>& expression) {
    if (expression) add_all(expression->functions);
  };
  for (const Column& column : relation.columns) {
    if (column.default_value) add_all(column.default_value->expression.functions);
    add(column.generated_expression);
  }
  for (const Constraint& constraint : relation.constraints) add(constraint.check);
  for (const Policy& policy : relation.policies) {
    add(policy.using_expression);
    add(policy.check_expression);
  }
  for (const Trigger& trigger : relation.triggers) {
    Add(calling_[trigger.function.name], relation.id);
    add(trigger.when);
  }
  if (relation.index) {
    for (const IndexElement& element : relation.index->elements) add(element.expression);
    add(relation.index->where);
  }
  if (relation.view) add_all(relation.view->query.functions);
}

const std::vector<RelationId>& UseIndex::DrawingFrom(RelationId sequence) const {
  const auto found = drawing_.find(sequence);
  return found == drawing_.end() ? none_ : found->second;
}

const std::vector<RelationId>& UseIndex::OfType(const std::string& type) const {
  const auto found = of_type_.find(type);
  return found == of_type_.end() ? none_ : found->second;
}

const std::vector<RelationId>& UseIndex::WithPoliciesReading(const std::string& name) const {
  const auto found = reading_.find(name);
  return found == reading_.end() ? none_ : found->second;
}

const std::vector<RelationId>& UseIndex::Calling(const std::string& function) const {
  const auto found = calling_.find(function);
  return found == calling_.end() ? none_ : found->second;
}

}  // namespace hoglint::apply
