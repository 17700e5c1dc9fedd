// Which differences between files and database count.
#include <algorithm>
#include <set>
#include <string>

#include "lint/drift/same_definition.h"
#include "lint/drift/schema_drift.h"

namespace hoglint {
namespace {

class Filter {
 public:
  Filter(const Catalogue& expected, const SchemaDriftInput& input)
      : expected_(expected), input_(input) {
    AddSchemasOf(input.expected.full);
    AddSchemasOf(input.expected.applied);
    for (const AppliedTrack& track : input.tracks) {
      if (track.drift->has_ledger) ledgers_.insert(track.drift->ledger.name);
    }
    for (const Ownership* other : input.others) {
      const std::vector<QualifiedName> ledgers = LedgersOf(*other);
      ledgers_.insert(ledgers.begin(), ledgers.end());
    }
  }

  [[nodiscard]] bool Counts(const Difference& difference) const {
    if (IsSpelling(difference) || ledgers_.contains(difference.relation)) return false;
    if (IsOthers(difference)) return false;
    if (IsOwnedSequence(expected_, difference) || IsOwnedSequence(input_.actual, difference)) {
      return false;
    }
    // No migration makes `public`, and its tables are missing by themselves.
    if (difference.object == DifferenceObject::kSchema) {
      return difference.kind == DifferenceKind::kMissing && difference.relation.schema != "public";
    }
    if (difference.kind != DifferenceKind::kExtra) return true;
    return schemas_.contains(difference.relation.schema) && !IsRunTimePartition(difference);
  }

 private:
  void AddSchemasOf(const Catalogue& catalogue) {
    for (const auto& [name, id] : catalogue.relation_names()) schemas_.insert(name.schema);
    for (const auto& [name, type] : catalogue.types()) schemas_.insert(name.schema);
  }

  // An extra object may be of a version that hoglint does not know.
  [[nodiscard]] bool IsOthers(const Difference& difference) const {
    for (const Ownership* other : input_.others) {
      if (other->catalogue.Find(difference.relation) != nullptr ||
          other->catalogue.types().contains(difference.relation) ||
          OwnsSchema(*other, difference.relation.schema)) {
        return true;
      }
    }
    return input_.others_may_have_more && difference.kind == DifferenceKind::kExtra &&
           difference.part.empty();
  }

  static bool IsOwnedSequence(const Catalogue& catalogue, const Difference& difference) {
    if (difference.object != DifferenceObject::kSequence) return false;
    const Relation* sequence = catalogue.Find(difference.relation);
    return sequence != nullptr && sequence->sequence && sequence->sequence->owner.has_value();
  }

  [[nodiscard]] bool IsRunTimePartition(const Difference& difference) const {
    const Relation* table = input_.actual.Find(difference.relation);
    if (table == nullptr || !difference.part.empty()) return false;
    return std::ranges::any_of(table->parents, [&](RelationId parent) {
      const Relation* found = input_.actual.Get(parent);
      return found != nullptr && expected_.Find(found->name) != nullptr;
    });
  }

  const Catalogue& expected_;
  const SchemaDriftInput& input_;
  std::set<std::string> schemas_;
  std::set<QualifiedName> ledgers_;
};

}  // namespace

std::vector<Difference> CountedDifferences(const Catalogue& expected,
                                           const SchemaDriftInput& input) {
  std::vector<Difference> differences = Diff(expected, input.actual, {});
  const Filter filter(expected, input);
  std::erase_if(differences,
                [&](const Difference& difference) { return !filter.Counts(difference); });
  return differences;
}

}  // namespace hoglint
