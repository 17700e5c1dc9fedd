#include "checker/engine_tables/merge_ownership.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace hoglint {
namespace {

// Copies the relations of one catalogue into another, in which they have other ids.
class Copier {
 public:
  Copier(const Catalogue& from, Catalogue& to) : to_(to) {
    for (const auto& [name, id] : from.relation_names()) {
      const Relation* relation = from.Get(id);
      if (relation == nullptr || to.Find(name) != nullptr) continue;
      ids_.emplace(id, to.AddRelation(*relation));
    }
  }

  void Copy() {
    for (const auto& [old_id, id] : ids_) Rename(to_.Mutable(id));
  }

 private:
  void Rename(Relation& relation) const {
    for (auto* list : {&relation.indexes, &relation.owned_sequences, &relation.referenced_by,
                       &relation.read_by, &relation.parents, &relation.children}) {
      RenameAll(*list);
    }
    std::erase_if(relation.constraints, [this](const Constraint& constraint) {
      return constraint.references && !ids_.contains(constraint.references->table);
    });
    for (Constraint& constraint : relation.constraints) {
      if (constraint.references) {
        constraint.references->table = ids_.at(constraint.references->table);
        RenameOne(constraint.references->index);
      }
      RenameOne(constraint.index);
    }
    for (Column& column : relation.columns) {
      if (column.default_value) RenameAll(column.default_value->sequences);
    }
    if (relation.index) {
      const auto table = ids_.find(relation.index->table);
      if (table != ids_.end()) relation.index->table = table->second;
      RenameOne(relation.index->parent);
    }
    if (relation.sequence) RenameOne(relation.sequence->owner);
    if (relation.view) {
      RenameAll(relation.view->reads);
      relation.view->column_reads.clear();
    }
  }

  void RenameOne(std::optional<RelationId>& id) const {
    if (!id) return;
    const auto found = ids_.find(*id);
    id = found == ids_.end() ? std::nullopt : std::optional(found->second);
  }

  void RenameAll(std::vector<RelationId>& ids) const {
    std::vector<RelationId> renamed;
    for (const RelationId id : ids) {
      if (const auto found = ids_.find(id); found != ids_.end()) renamed.push_back(found->second);
    }
    ids = std::move(renamed);
  }

  Catalogue& to_;
  std::map<RelationId, RelationId> ids_;
};

void Join(std::string& text, const std::string& other) {
  if (other.empty() || text == other) return;
  text += (text.empty() ? "" : " and ") + other;
}

void Add(const Ownership& part, Ownership& all) {
  Join(all.owner, part.owner);
  Join(all.package, part.package);
  Join(all.read_from, part.read_from);
  all.schemas.insert(all.schemas.end(), part.schemas.begin(), part.schemas.end());
  Copier(part.catalogue, all.catalogue).Copy();
  for (const auto& [name, type] : part.catalogue.types()) {
    if (!all.catalogue.types().contains(name)) all.catalogue.AddType(type);
  }
}

}  // namespace

std::shared_ptr<const Ownership> MergeOwnership(
    std::vector<std::shared_ptr<const Ownership>> parts) {
  if (parts.empty()) return nullptr;
  if (parts.size() == 1) return parts.front();
  auto all = std::make_shared<Ownership>(*parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) Add(*parts[i], *all);
  all->parts = std::move(parts);
  return all;
}

}  // namespace hoglint
