// Catalogue: storage and look-up. What statements do to it is in apply*.cc.
#include "lint/schema/catalogue.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "lint/base/check.h"
#include "lint/schema/builtins.h"

namespace hoglint {
namespace {

constexpr std::string_view kTemporarySchema = "pg_temp";

std::size_t Index(RelationId id) { return static_cast<std::size_t>(id); }

}  // namespace

Catalogue::Catalogue() : schemas_{"public"}, search_path_{"public"} {
  relations_.push_back(nullptr);  // RelationId{} is none
}

const Relation* Catalogue::FindIn(std::string_view schema, std::string_view name) const {
  return Get(name_index_.Find(schema, name, [&](RelationId id) {
    const QualifiedName& own = Get(id)->name;
    return own.name == name && own.schema == schema;
  }));
}

const Relation* Catalogue::Find(const QualifiedName& name) const {
  return FindIn(name.schema, name.name);
}

const Relation* Catalogue::Find(const ObjectName& name) const {
  if (!name.schema.empty()) return FindIn(name.schema, name.name);
  // The first object of that name along the search path; null when it is a type.
  const auto is_type = [&](std::string_view schema) {
    return !types_->empty() && types_->contains({std::string(schema), name.name});
  };
  if (temporaries_) {
    const Relation* temporary = FindIn(kTemporarySchema, name.name);
    if (temporary != nullptr || is_type(kTemporarySchema)) return temporary;
  }
  for (const std::string& schema : search_path_) {
    const Relation* relation = FindIn(schema, name.name);
    if (relation != nullptr || is_type(schema)) return relation;
  }
  return search_path_.empty() ? Find(Resolve(name)) : nullptr;
}

const Relation* Catalogue::Get(RelationId id) const {
  return Index(id) < relations_.size() ? relations_[Index(id)].get() : nullptr;
}

const Type* Catalogue::FindType(const ObjectName& type) const {
  if (!type.schema.empty()) {
    const auto found = types_->find({type.schema, type.name});
    return found == types_->end() ? nullptr : &found->second;
  }
  if (IsBuiltinType(type.name)) return nullptr;  // pg_catalog comes before the search path
  const auto in_schema = [&](std::string_view schema) -> const Type* {
    const auto found = types_->find({std::string(schema), type.name});
    return found == types_->end() ? nullptr : &found->second;
  };
  if (const Type* temporary = temporaries_ ? in_schema(kTemporarySchema) : nullptr) {
    return temporary;
  }
  for (const std::string& schema : search_path_) {
    if (const Type* found = in_schema(schema)) return found;
  }
  return nullptr;
}

const Type* Catalogue::FindType(const TypeName& type) const {
  return FindType(ObjectName{type.schema, type.name, type.span});
}

std::vector<const Function*> Catalogue::FindFunctions(const ObjectName& name) const {
  std::vector<const Function*> found;
  const auto add_from = [&](const std::string& schema) {
    const auto [begin, end] = functions_->equal_range({schema, name.name});
    for (auto it = begin; it != end; ++it) found.push_back(&it->second);
  };
  if (!name.schema.empty()) {
    add_from(name.schema);
  } else {
    for (const std::string& schema : search_path_) add_from(schema);
  }
  return found;
}

bool Catalogue::HasSchema(std::string_view schema) const {
  return schemas_.contains(std::string(schema)) || IsSystemSchema(schema) ||
         schema == kTemporarySchema;
}

QualifiedName Catalogue::Resolve(const ObjectName& name) const {
  if (!name.schema.empty()) return {name.schema, name.name};
  for (const std::string& schema : search_path_) {
    if (HasSchema(schema)) return {schema, name.name};
  }
  return {search_path_.empty() ? "public" : search_path_.front(), name.name};
}

QualifiedName Catalogue::ResolveExisting(const ObjectName& name) const {
  if (!name.schema.empty()) return {name.schema, name.name};
  QualifiedName key{std::string(kTemporarySchema), name.name};
  if (temporaries_ && (Find(key) != nullptr || types_->contains(key))) return key;
  for (const std::string& schema : search_path_) {
    key.schema = schema;
    if (Find(key) != nullptr || types_->contains(key)) return key;
  }
  return Resolve(name);
}

Volatility Catalogue::VolatilityOf(const Expression& expression) const {
  Volatility worst = Volatility::kImmutable;
  for (const FunctionCall& call : expression.functions) {
    worst = std::max(worst, VolatilityOfCall(*this, call));
  }
  return worst;
}

std::shared_ptr<const Relation> Catalogue::Share(RelationId id) const {
  return Index(id) < relations_.size() ? relations_[Index(id)] : nullptr;
}

RelationId Catalogue::AddRelation(Relation relation) {
  const auto id = static_cast<RelationId>(relations_.size());
  const bool is_free = names_.Mutable().emplace(relation.name, id).second;
  HOGLINT_CHECK(is_free);
  relation.id = id;
  new_.push_back(id);
  if (relation.name.schema == kTemporarySchema) temporaries_ = true;
  name_index_.Add(relation.name, id);
  for (const Constraint& constraint : relation.constraints) {
    NoteConstraintName(relation.name.schema, constraint.name);
  }
  relations_.push_back(std::make_shared<Relation>(std::move(relation)));
  return id;
}

Relation& Catalogue::Mutable(RelationId id) {
  HOGLINT_CHECK(Get(id) != nullptr);
  std::shared_ptr<Relation>& relation = relations_.Mutable(Index(id));
  if (relation.use_count() > 1) relation = std::make_shared<Relation>(*relation);
  return *relation;
}

Type& Catalogue::AddType(Type type) {
  if (type.name.schema == kTemporarySchema) temporaries_ = true;
  for (const DomainConstraint& constraint : type.constraints) {
    NoteConstraintName(type.name.schema, constraint.name);
  }
  const QualifiedName name = type.name;
  return types_.Mutable().insert_or_assign(name, std::move(type)).first->second;
}

void Catalogue::AddConstraint(RelationId id, Constraint constraint) {
  Relation& relation = Mutable(id);
  NoteConstraintName(relation.name.schema, constraint.name);
  relation.constraints.push_back(std::move(constraint));
}

void Catalogue::NoteConstraintName(std::string_view schema, std::string_view name) {
  const std::size_t hash = HashName(schema, name);
  if (std::ranges::count(constraint_hashes_.At(hash), hash) > 0) return;
  constraint_hashes_.Mutable(hash).push_back(hash);
}

bool Catalogue::HasConstraint(std::string_view schema, std::string_view name) const {
  const std::size_t hash = HashName(schema, name);
  if (std::ranges::count(constraint_hashes_.At(hash), hash) == 0) return false;
  const auto in_schema = [&](const auto& entry) { return entry.first.schema == schema; };
  const auto relation_has = [&](const auto& entry) {
    return in_schema(entry) && Get(entry.second)->FindConstraint(name) != nullptr;
  };
  const auto domain_has = [&](const auto& entry) {
    return in_schema(entry) &&
           std::ranges::count(entry.second.constraints, name, &DomainConstraint::name) > 0;
  };
  return std::ranges::any_of(*names_, relation_has) || std::ranges::any_of(*types_, domain_has);
}

void Catalogue::RenameRelation(RelationId id, QualifiedName name) {
  Relation& relation = Mutable(id);
  if (relation.name == name) return;
  HOGLINT_CHECK(!names_->contains(name));
  auto& names = names_.Mutable();
  names.erase(relation.name);
  names.emplace(name, id);
  name_index_.Remove(relation.name, id);
  name_index_.Add(name, id);
  NoteDropped(relation.name);
  if (relation.name.schema != name.schema) {
    for (const Constraint& constraint : relation.constraints) {
      NoteConstraintName(name.schema, constraint.name);
    }
  }
  relation.name = std::move(name);
}

void Catalogue::RemoveRelation(RelationId id) {
  const Relation* found = Get(id);
  HOGLINT_CHECK(found != nullptr);
  const Relation removed = *found;
  const auto unlink = [&](RelationId other, std::vector<RelationId> Relation::*links) {
    const Relation* relation = Get(other);
    if (relation == nullptr || std::ranges::count(relation->*links, id) == 0) return;
    std::erase(Mutable(other).*links, id);
  };
  if (removed.index) unlink(removed.index->table, &Relation::indexes);
  if (removed.sequence && removed.sequence->owner) {
    unlink(*removed.sequence->owner, &Relation::owned_sequences);
  }
  if (removed.view) {
    for (const RelationId read : removed.view->reads) unlink(read, &Relation::read_by);
  }
  for (const Constraint& constraint : removed.constraints) {
    if (constraint.references) unlink(constraint.references->table, &Relation::referenced_by);
  }
  for (const RelationId parent : removed.parents) unlink(parent, &Relation::children);
  for (const RelationId child : removed.children) unlink(child, &Relation::parents);
  NoteDropped(removed.name);
  names_.Mutable().erase(removed.name);
  name_index_.Remove(removed.name, id);
  relations_.Mutable(Index(id)) = nullptr;
}

void Catalogue::RemoveTemporaries() {
  if (!temporaries_) return;
  std::vector<RelationId> temporaries;
  const std::string schema(kTemporarySchema);
  for (auto it = names_->lower_bound({schema, ""});
       it != names_->end() && it->first.schema == schema; ++it) {
    temporaries.push_back(it->second);
  }
  for (const RelationId id : temporaries) RemoveRelation(id);
}

void Catalogue::BeginBatch(BatchId batch) {
  if (batch == batch_) return;
  batch_ = batch;
  RemoveTemporaries();
  for (const RelationId id : std::exchange(new_, {})) {
    const Relation* relation = Get(id);
    if (relation != nullptr && !relation->may_have_rows) Mutable(id).may_have_rows = true;
  }
}

}  // namespace hoglint
