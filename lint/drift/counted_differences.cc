// Which differences between files and database count.
#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "lint/drift/same_definition.h"
#include "lint/drift/schema_drift.h"
#include "lint/schema/expression_text.h"

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
    if (IsOthers(difference) || IsRenamedValue(difference)) return false;
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

  // A default that names a value of an enum as the database calls it now: that the value has
  // another name is the enum's difference.
  [[nodiscard]] bool IsRenamedValue(const Difference& difference) const {
    if (difference.object != DifferenceObject::kDefault) return false;
    const Relation* table = expected_.Find(difference.relation);
    const Column* column = table == nullptr ? nullptr : table->FindColumn(difference.part);
    if (column == nullptr) return false;
    const Type* files = EnumOf(expected_, column->type_name);
    const Type* database = EnumOf(input_.actual, column->type_name);
    if (files == nullptr || database == nullptr) return false;
    const auto place = [](const Type& type, const std::string& text) {
      return std::ranges::find(type.values, apply::NormalisedExpression(text),
                               [](const EnumValue& value) { return "'" + value.label + "'"; }) -
             type.values.begin();
    };
    const auto at = place(*files, difference.expected);
    return files->values.size() == database->values.size() &&
           at == place(*database, difference.actual) && at != std::ssize(files->values);
  }

  static const Type* EnumOf(const Catalogue& catalogue, const TypeName& name) {
    const std::string schema = name.schema.empty() ? "public" : name.schema;
    const auto found = catalogue.types().find({schema, name.name});
    const bool is_enum = found != catalogue.types().end() && found->second.kind == TypeKind::kEnum;
    return is_enum ? &found->second : nullptr;
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
