// Drift: two catalogues walked side by side, object by object.
#include "lint/schema/diff.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "lint/schema/diff_text.h"

namespace hoglint {

// One comparison under way.
class CatalogueComparison {
 public:
  // `series` is null where nothing is known from before.
  CatalogueComparison(const Catalogue& expected, const Catalogue& actual,
                      const DiffOptions& options, DiffSeries* series)
      : expected_(expected), actual_(actual), options_(options), series_(series) {}

  std::vector<Difference> Run() {
    Schemas();
    Relations();
    Enums();
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  using Printed = std::map<std::string, std::string>;

  void Add(DifferenceKind kind, DifferenceObject object, const QualifiedName& name,
           const std::string& part, std::string expected, std::string actual) {
    found_.push_back({kind, object, name, part, std::move(expected), std::move(actual)});
  }

  void Changed(DifferenceObject object, const QualifiedName& name, const std::string& part,
               const std::string& expected, const std::string& actual) {
    if (expected == actual) return;
    Add(DifferenceKind::kChanged, object, name, part, expected, actual);
  }

  // Things of one kind by name, with what is printed of each; differences in the text are
  // `object`'s too unless the texts are empty.
  void Named(DifferenceObject object, DifferenceObject changed, const QualifiedName& name,
             const Printed& expected, const Printed& actual) {
    for (const auto& [part, text] : expected) {
      const auto other = actual.find(part);
      if (other == actual.end()) {
        Add(DifferenceKind::kMissing, object, name, part, text, "");
      } else {
        Changed(changed, name, part, text, other->second);
      }
    }
    for (const auto& [part, text] : actual) {
      if (!expected.contains(part)) Add(DifferenceKind::kExtra, object, name, part, "", text);
    }
  }

  void Schemas() {
    for (const std::string& schema : expected_.schemas()) {
      if (!actual_.schemas().contains(schema)) {
        Add(DifferenceKind::kMissing, DifferenceObject::kSchema, {schema, ""}, "", schema, "");
      }
    }
    for (const std::string& schema : actual_.schemas()) {
      if (!expected_.schemas().contains(schema)) {
        Add(DifferenceKind::kExtra, DifferenceObject::kSchema, {schema, ""}, "", "", schema);
      }
    }
  }

  [[nodiscard]] std::optional<DifferenceObject> ObjectOf(const Relation& relation) const {
    switch (relation.kind) {
      case RelationKind::kTable:
      case RelationKind::kPartitionedTable:
      case RelationKind::kForeignTable:
        return DifferenceObject::kTable;
      case RelationKind::kView:
      case RelationKind::kMaterializedView:
        if (options_.views) return DifferenceObject::kView;
        return std::nullopt;
      case RelationKind::kSequence:
        if (options_.sequences) return DifferenceObject::kSequence;
        return std::nullopt;
      case RelationKind::kIndex:
      case RelationKind::kPartitionedIndex:
      case RelationKind::kCompositeType:
        return std::nullopt;  // indexes are compared with their tables
    }
    return std::nullopt;
  }

  // Both sides by name, side by side.
  void Relations() {
    std::vector<DiffSeries::Compared> before;
    if (series_ != nullptr) before = std::exchange(series_->compared_, {});
    auto known = before.begin();
    auto expected = expected_.relation_names().begin();
    auto actual = actual_.relation_names().begin();
    const auto expected_end = expected_.relation_names().end();
    const auto actual_end = actual_.relation_names().end();
    while (expected != expected_end || actual != actual_end) {
      const bool only_actual =
          expected == expected_end || (actual != actual_end && actual->first < expected->first);
      const bool only_expected =
          actual == actual_end || (expected != expected_end && expected->first < actual->first);
      const QualifiedName& name = only_actual ? actual->first : expected->first;
      const Relation* one = only_actual ? nullptr : expected_.Get((expected++)->second);
      const Relation* other = only_expected ? nullptr : actual_.Get((actual++)->second);
      const std::optional<DifferenceObject> object = ObjectOf(one != nullptr ? *one : *other);
      if (!object || name.schema == "pg_temp" || (one != nullptr && one->assumed) ||
          (other != nullptr && other->assumed)) {
        continue;
      }
      if (other == nullptr) {
        Add(DifferenceKind::kMissing, *object, name, "", DisplayName(name), "");
      } else if (one == nullptr) {
        Add(DifferenceKind::kExtra, *object, name, "", "", DisplayName(name));
      } else if (series_ == nullptr) {
        Pair(*object, *one, *other);
      } else {
        while (known != before.end() && known->name < name) ++known;
        PairInSeries(*object, *one, *other, known == before.end() ? nullptr : &*known);
      }
    }
  }

  // Calls visit for every relation that Pair() looks at.
  template <typename Visitor>
  static void VisitParts(const Catalogue& catalogue, const Relation& table, const Visitor& visit) {
    visit(catalogue, table.id);
    for (const RelationId index : table.indexes) visit(catalogue, index);
    for (const Constraint& constraint : table.constraints) {
      if (constraint.references) visit(catalogue, constraint.references->table);
    }
  }

  [[nodiscard]] bool IsAsBefore(const DiffSeries::Compared& before, const Relation& expected,
                                const Relation& actual) const {
    std::size_t at = 0;
    bool same = true;
    const auto compare = [&](const Catalogue& catalogue, RelationId id) {
      same = same && at < before.of.size() && before.of[at].get() == catalogue.Get(id);
      ++at;
    };
    VisitParts(expected_, expected, compare);
    if (same) VisitParts(actual_, actual, compare);
    return same && at == before.of.size();
  }

  void PairInSeries(DifferenceObject object, const Relation& expected, const Relation& actual,
                    DiffSeries::Compared* before) {
    DiffSeries::Compared now;
    if (before != nullptr && before->name == expected.name &&
        IsAsBefore(*before, expected, actual)) {
      now = std::move(*before);
    } else {
      now.name = expected.name;
      const auto keep = [&now](const Catalogue& catalogue, RelationId id) {
        now.of.push_back(catalogue.Share(id));
      };
      VisitParts(expected_, expected, keep);
      VisitParts(actual_, actual, keep);
      const std::size_t count = found_.size();
      Pair(object, expected, actual);
      const auto own = found_.begin() + static_cast<std::ptrdiff_t>(count);
      now.found.assign(own, found_.end());
      found_.erase(own, found_.end());
    }
    found_.insert(found_.end(), now.found.begin(), now.found.end());
    series_->compared_.push_back(std::move(now));
  }

  void Pair(DifferenceObject object, const Relation& expected, const Relation& actual) {
    Changed(object, expected.name, "", std::string(KindWord(expected.kind)),
            std::string(KindWord(actual.kind)));
    if (object == DifferenceObject::kSequence) return;
    if (!expected.columns_unknown && !actual.columns_unknown) Columns(expected, actual);
    if (object == DifferenceObject::kView) return;
    Constraints(expected, actual);
    Indexes(expected, actual);
    if (options_.policies) Policies(expected, actual);
  }

  void Columns(const Relation& expected, const Relation& actual) {
    for (const Column& column : expected.columns) {
      if (const Column* other = actual.FindColumn(column.name)) {
        ColumnPair(expected, column, *other);
      } else {
        Add(DifferenceKind::kMissing, DifferenceObject::kColumn, expected.name, column.name,
            column.type, "");
      }
    }
    for (const Column& column : actual.columns) {
      if (expected.FindColumn(column.name) == nullptr) {
        Add(DifferenceKind::kExtra, DifferenceObject::kColumn, expected.name, column.name, "",
            column.type);
      }
    }
  }

  void ColumnPair(const Relation& of, const Column& expected, const Column& actual) {
    const QualifiedName& relation = of.name;
    const std::string& name = expected.name;
    if (!expected.type.empty() && !actual.type.empty()) {
      Changed(DifferenceObject::kColumnType, relation, name, NormalisedType(expected.type),
              NormalisedType(actual.type));
    }
    Changed(DifferenceObject::kNullability, relation, name, NullabilityText(expected),
            NullabilityText(actual));
    // From 17 on partitions have the identity of their table's columns.
    const bool of_table = of.partition_bound && expected.inherited && actual.inherited;
    if (!of_table) {
      Changed(DifferenceObject::kIdentity, relation, name, IdentityText(expected),
              IdentityText(actual));
    }
    Changed(DifferenceObject::kGenerated, relation, name, GeneratedText(expected),
            GeneratedText(actual));
    if (expected.identity != Identity::kNone) return;
    const std::string before = DefaultText(expected);
    const std::string after = DefaultText(actual);
    if (NormalisedDefault(before) == NormalisedDefault(after)) return;
    Changed(DifferenceObject::kDefault, relation, name, before, after);
  }

  [[nodiscard]] Printed ConstraintsOf(const Catalogue& catalogue, const Relation& table) const {
    Printed printed;
    for (const Constraint& constraint : table.constraints) {
      printed.emplace(constraint.name,
                      ConstraintText(catalogue, constraint, options_.constraint_details));
    }
    return printed;
  }

  void Constraints(const Relation& expected, const Relation& actual) {
    Named(DifferenceObject::kConstraint, DifferenceObject::kConstraint, expected.name,
          ConstraintsOf(expected_, expected), ConstraintsOf(actual_, actual));
    for (const Constraint& constraint : expected.constraints) {
      const Constraint* other = actual.FindConstraint(constraint.name);
      if (other == nullptr) continue;
      Changed(DifferenceObject::kConstraintValidated, expected.name, constraint.name,
              constraint.validated ? "validated" : "not valid",
              other->validated ? "validated" : "not valid");
    }
  }

  // The index behind a constraint is compared as the constraint.
  static Printed IndexesOf(const Catalogue& catalogue, const Relation& table) {
    Printed printed;
    for (const RelationId id : table.indexes) {
      const Relation& index = *catalogue.Get(id);
      if (!index.index->of_constraint) printed.emplace(index.name.name, IndexText(index));
    }
    return printed;
  }

  void Indexes(const Relation& expected, const Relation& actual) {
    Named(DifferenceObject::kIndex, DifferenceObject::kIndexDefinition, expected.name,
          IndexesOf(expected_, expected), IndexesOf(actual_, actual));
  }

  void Policies(const Relation& expected, const Relation& actual) {
    Changed(DifferenceObject::kRowSecurity, expected.name, "",
            expected.row_security ? "enabled" : "disabled",
            actual.row_security ? "enabled" : "disabled");
    const auto printed = [](const Relation& table) {
      Printed policies;
      for (const Policy& policy : table.policies) policies.emplace(policy.name, PolicyText(policy));
      return policies;
    };
    Named(DifferenceObject::kPolicy, DifferenceObject::kPolicy, expected.name, printed(expected),
          printed(actual));
  }

  static std::map<QualifiedName, std::string> EnumsOf(const Catalogue& catalogue) {
    std::map<QualifiedName, std::string> enums;
    for (const auto& [name, type] : catalogue.types()) {
      if (type.kind != TypeKind::kEnum) continue;
      std::string values;
      for (const EnumValue& value : type.values) {
        values += (values.empty() ? "" : ", ") + value.label;
      }
      enums.emplace(name, values);
    }
    return enums;
  }

  void Enums() {
    const auto expected = EnumsOf(expected_);
    const auto actual = EnumsOf(actual_);
    for (const auto& [name, values] : expected) {
      const auto other = actual.find(name);
      if (other == actual.end()) {
        Add(DifferenceKind::kMissing, DifferenceObject::kEnum, name, "", values, "");
      } else {
        Changed(DifferenceObject::kEnumValues, name, "", values, other->second);
      }
    }
    for (const auto& [name, values] : actual) {
      if (!expected.contains(name)) {
        Add(DifferenceKind::kExtra, DifferenceObject::kEnum, name, "", "", values);
      }
    }
  }

  const Catalogue& expected_;
  const Catalogue& actual_;
  const DiffOptions& options_;
  DiffSeries* series_;
  std::vector<Difference> found_;
};

std::string RelationText(const Difference& difference) {
  return difference.object == DifferenceObject::kSchema
             ? QuoteIdentifier(difference.relation.schema)
             : DisplayName(difference.relation);
}

std::vector<Difference> Diff(const Catalogue& expected, const Catalogue& actual,
                             const DiffOptions& options) {
  return CatalogueComparison(expected, actual, options, nullptr).Run();
}

std::vector<Difference> DiffSeries::Next(const Catalogue& expected, const Catalogue& actual,
                                         const DiffOptions& options) {
  if (!(options == options_)) compared_.clear();
  options_ = options;
  return CatalogueComparison(expected, actual, options, this).Run();
}

}  // namespace hoglint
