// pg_depend, computed: PostgreSQL's dependency rules over the catalogue's own links.
#include "lint/schema/dependencies.h"

#include <algorithm>

#include "lint/schema/column_uses.h"
#include "lint/schema/constraints.h"
#include "lint/schema/routines.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

class Finder {
 public:
  Finder(const Catalogue& catalogue, Dependents& found, const UseIndex* uses)
      : catalogue_(catalogue), found_(found), uses_(uses) {}

  void OfRelation(RelationId id) {
    if (catalogue_.Get(id) == nullptr) return;
    const Relation& relation = *catalogue_.Get(id);
    if (relation.index) return OfIndex(relation);
    for (const RelationId index : relation.indexes) Automatic(RelationObject(index));
    for (const RelationId sequence : relation.owned_sequences) Automatic(RelationObject(sequence));
    for (const Constraint& constraint : relation.constraints) {
      Automatic(PartObject(ObjectClass::kConstraint, id, constraint.name));
    }
    KeysTo(relation);
    // A key to the table that this is a partition of is one to the partition as well.
    for (const Relation* part = &relation; part->partition_bound && !part->parents.empty();) {
      part = catalogue_.Get(part->parents.front());
      KeysTo(*part);
    }
    for (const RelationId view : relation.read_by) Normal(RelationObject(view));
    PoliciesReading(relation);
    for (const RelationId child : relation.children) {
      (catalogue_.Get(child)->partition_bound ? found_.automatic : found_.normal)
          .push_back(RelationObject(child));
    }
    if (relation.sequence) OfSequence(id);
    if (relation.index || relation.sequence) return;
    UsersOfType(relation.name);
  }

  // Policies of other tables, by their nested queries.
  void PoliciesReading(const Relation& relation) {
    const auto reads = [&](const Boxed<Expression>& expression) {
      return expression && std::ranges::any_of(expression->relations, [&](const ObjectName& name) {
               return name.name == relation.name.name && catalogue_.Find(name) == &relation;
             });
    };
    const auto* readers = uses_ ? &uses_->WithPoliciesReading(relation.name.name) : nullptr;
    ForEachOf(readers, [&](const Relation& reader) {
      if (reader.id == relation.id) return;
      for (const Policy& policy : reader.policies) {
        if (!reads(policy.using_expression) && !reads(policy.check_expression)) continue;
        Normal(PartObject(ObjectClass::kPolicy, reader.id, policy.name));
      }
    });
  }

  void OfColumn(RelationId id, const std::string& column) {
    const Relation& relation = *catalogue_.Get(id);
    Automatic(PartObject(ObjectClass::kDefault, id, column));
    if (relation.partition_key && std::ranges::count(relation.partition_key->columns, column) > 0) {
      Automatic(RelationObject(id));
    }
    for (const RelationId index : relation.indexes) {
      if (UsesColumn(*catalogue_.Get(index)->index, column)) Automatic(RelationObject(index));
    }
    for (const RelationId sequence : relation.owned_sequences) {
      if (catalogue_.Get(sequence)->sequence->owner_column == column) {
        Automatic(RelationObject(sequence));
      }
    }
    for (const Constraint& constraint : relation.constraints) {
      if (UsesColumn(constraint, column)) {
        Automatic(PartObject(ObjectClass::kConstraint, id, constraint.name));
      }
    }
    for (const Column& other : relation.columns) {
      if (other.generated_expression && NamesColumn(*other.generated_expression, column)) {
        Normal(PartObject(ObjectClass::kColumn, id, other.name));
      }
    }
    for (const Policy& policy : relation.policies) {
      const bool uses =
          (policy.using_expression && NamesColumn(*policy.using_expression, column)) ||
          (policy.check_expression && NamesColumn(*policy.check_expression, column));
      if (uses) Normal(PartObject(ObjectClass::kPolicy, id, policy.name));
    }
    for (const Trigger& trigger : relation.triggers) {
      if (UsesColumn(trigger, column)) Normal(PartObject(ObjectClass::kTrigger, id, trigger.name));
    }
    ReadersOf(relation, column);
  }

  void OfConstraint(RelationId id, const std::string& name) {
    const Constraint* constraint = catalogue_.Get(id)->FindConstraint(name);
    if (constraint == nullptr) return;
    if (constraint->index) Automatic(RelationObject(*constraint->index));
    if (constraint->kind == ConstraintKind::kForeignKey) CopiesOfForeignKey(id, *constraint);
  }

  void OfType(const QualifiedName& name) { UsersOfType(name); }

  void OfFunction(const Object& function) {
    const bool last = catalogue_.functions().count(function.name) == 1;
    ForEachOf(uses_ ? &uses_->Calling(function.name.name) : nullptr, [&](const Relation& relation) {
      for (const Trigger& trigger : relation.triggers) {
        if (trigger.function == function.name && function.arguments.empty()) {
          Normal(PartObject(ObjectClass::kTrigger, relation.id, trigger.name));
        }
      }
      if (last) CallersIn(relation, function.name);
    });
  }

 private:
  // The foreign keys that refer to the table.
  void KeysTo(const Relation& relation) {
    for (const RelationId table : relation.referenced_by) {
      for (const Constraint& constraint : catalogue_.Get(table)->constraints) {
        if (constraint.references && constraint.references->table == relation.id) {
          Normal(PartObject(ObjectClass::kConstraint, table, constraint.name));
        }
      }
    }
  }

  void Automatic(Object object) { found_.automatic.push_back(std::move(object)); }
  void Normal(Object object) { found_.normal.push_back(std::move(object)); }

  template <typename Visit>
  void ForEachRelation(Visit visit) {
    for (const auto& [name, id] : catalogue_.relation_names()) visit(*catalogue_.Get(id));
  }

  // Null: there is no index, and any relation may be one of them.
  template <typename Visit>
  void ForEachOf(const std::vector<RelationId>* relations, Visit visit) {
    if (relations == nullptr) return ForEachRelation(visit);
    for (const RelationId id : *relations) visit(*catalogue_.Get(id));
  }

  void OfIndex(const Relation& index) {
    const Relation* table = catalogue_.Get(index.index->table);
    if (table == nullptr) return;
    for (const RelationId referrer : table->referenced_by) {
      for (const Constraint& constraint : catalogue_.Get(referrer)->constraints) {
        if (constraint.references && constraint.references->index == index.id) {
          Normal(PartObject(ObjectClass::kConstraint, referrer, constraint.name));
        }
      }
    }
    if (const Constraint* constraint = ConstraintOfIndex(catalogue_, index)) {
      Automatic(PartObject(ObjectClass::kConstraint, table->id, constraint->name));
    }
    for (const RelationId partition : table->children) {
      for (const RelationId part : catalogue_.Get(partition)->indexes) {
        if (catalogue_.Get(part)->index->parent == index.id) Automatic(RelationObject(part));
      }
    }
  }

  void OfSequence(RelationId id) {
    ForEachOf(uses_ ? &uses_->DrawingFrom(id) : nullptr, [&](const Relation& relation) {
      for (const Column& column : relation.columns) {
        if (column.default_value && std::ranges::count(column.default_value->sequences, id) > 0) {
          Normal(PartObject(ObjectClass::kDefault, relation.id, column.name));
        }
      }
    });
  }

  void ReadersOf(const Relation& relation, const std::string& column) {
    for (const RelationId reader : relation.read_by) {
      const auto& reads = catalogue_.Get(reader)->view->column_reads;
      if (std::ranges::count(reads, ColumnRead{relation.id, column}) > 0) {
        Normal(RelationObject(reader));
      }
    }
  }

  // The copies of a partitioned table's foreign key on its partitions.
  void CopiesOfForeignKey(RelationId id, const Constraint& key) {
    for (const RelationId child : catalogue_.Get(id)->children) {
      for (const Constraint& copy : catalogue_.Get(child)->constraints) {
        if (copy.inherited && copy.references && copy.columns == key.columns &&
            copy.references->table == key.references->table) {
          Automatic(PartObject(ObjectClass::kConstraint, child, copy.name));
        }
      }
    }
  }

  void UsersOfType(const QualifiedName& type) {
    const auto is_of = [&](const TypeName& used) { return IsOfType(used, type); };
    ForEachOf(uses_ ? &uses_->OfType(type.name) : nullptr, [&](const Relation& relation) {
      for (const Column& column : relation.columns) {
        if (is_of(column.type_name)) {
          Normal(PartObject(ObjectClass::kColumn, relation.id, column.name));
        }
        if (column.default_value && HasTypeInside(column.default_value->expression, type)) {
          Normal(PartObject(ObjectClass::kDefault, relation.id, column.name));
        }
      }
      if (relation.of_type == type) Normal(RelationObject(relation.id));
    });
    for (const auto& [name, user] : catalogue_.types()) {
      if (user.kind == TypeKind::kDomain && is_of(user.base)) Normal(TypeObject(name));
    }
    TypeName printed;
    printed.schema = type.schema;
    printed.name = type.name;
    const std::string text = FormatType(printed);
    for (const auto& [name, function] : catalogue_.functions()) {
      if (UsesType(function, text)) Normal(FunctionObject(function));
    }
  }

  [[nodiscard]] bool Calls(const Expression& expression, const QualifiedName& function) const {
    return std::ranges::any_of(expression.functions, [&](const FunctionCall& call) {
      const std::vector<const Function*> named = catalogue_.FindFunctions(call.name);
      return std::ranges::any_of(named, [&](const Function* f) { return f->name == function; });
    });
  }

  void CallersIn(const Relation& relation, const QualifiedName& function) {
    const auto calls = [&](const Boxed<Expression>& expression) {
      return expression && Calls(*expression, function);
    };
    for (const Column& column : relation.columns) {
      if (column.default_value && Calls(column.default_value->expression, function)) {
        Normal(PartObject(ObjectClass::kDefault, relation.id, column.name));
      }
      if (calls(column.generated_expression)) {
        Normal(PartObject(ObjectClass::kColumn, relation.id, column.name));
      }
    }
    for (const Constraint& constraint : relation.constraints) {
      if (calls(constraint.check)) {
        Normal(PartObject(ObjectClass::kConstraint, relation.id, constraint.name));
      }
    }
    for (const Policy& policy : relation.policies) {
      if (calls(policy.using_expression) || calls(policy.check_expression)) {
        Normal(PartObject(ObjectClass::kPolicy, relation.id, policy.name));
      }
    }
    for (const Trigger& trigger : relation.triggers) {
      if (calls(trigger.when)) Normal(PartObject(ObjectClass::kTrigger, relation.id, trigger.name));
    }
    if (relation.index) {
      const auto element_calls = [&](const IndexElement& element) {
        return calls(element.expression);
      };
      if (std::ranges::any_of(relation.index->elements, element_calls) ||
          calls(relation.index->where)) {
        Normal(RelationObject(relation.id));
      }
    }
    if (relation.view) {
      Expression query;
      query.functions = relation.view->query.functions;
      if (Calls(query, function)) Normal(RelationObject(relation.id));
    }
  }

  const Catalogue& catalogue_;
  Dependents& found_;
  const UseIndex* uses_;
};

}  // namespace

Object RelationObject(RelationId id) {
  Object object;
  object.object_class = ObjectClass::kRelation;
  object.relation = id;
  return object;
}

Object PartObject(ObjectClass object_class, RelationId relation, std::string part) {
  Object object;
  object.object_class = object_class;
  object.relation = relation;
  object.part = std::move(part);
  return object;
}

Object TypeObject(QualifiedName name) {
  Object object;
  object.object_class = ObjectClass::kType;
  object.name = std::move(name);
  return object;
}

Object FunctionObject(const Function& function) {
  Object object;
  object.object_class = ObjectClass::kFunction;
  object.name = function.name;
  object.arguments = function.argument_types;
  return object;
}

std::vector<RelationId> TablesOfType(const Catalogue& catalogue, const Relation& type) {
  std::vector<RelationId> tables;
  if (type.kind != RelationKind::kCompositeType) return tables;
  for (const auto& [name, id] : catalogue.relation_names()) {
    if (catalogue.Get(id)->of_type == type.name) tables.push_back(id);
  }
  return tables;
}

Dependents DependentsOf(const Catalogue& catalogue, const Object& object, const UseIndex* uses) {
  Dependents found;
  Finder finder(catalogue, found, uses);
  switch (object.object_class) {
    case ObjectClass::kRelation:
      finder.OfRelation(object.relation);
      break;
    case ObjectClass::kColumn:
      finder.OfColumn(object.relation, object.part);
      break;
    case ObjectClass::kConstraint:
      finder.OfConstraint(object.relation, object.part);
      break;
    case ObjectClass::kType:
      finder.OfType(object.name);
      break;
    case ObjectClass::kFunction:
      finder.OfFunction(object);
      break;
    case ObjectClass::kDefault:
    case ObjectClass::kTrigger:
    case ObjectClass::kPolicy:
    case ObjectClass::kRule:
      break;
  }
  return found;
}

}  // namespace hoglint::apply
