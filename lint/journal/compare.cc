#include "lint/journal/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace hoglint {
namespace {

bool IsOwnedSequence(const Catalogue& catalogue, const QualifiedName& name) {
  const Relation* relation = catalogue.Find(name);
  return relation != nullptr && relation->sequence && relation->sequence->owner;
}

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '"' || c == '$';
}

bool IsNextValue(std::string_view value) { return value.starts_with("nextval("); }

// The expression without the name of its own table before columns: Drizzle writes it, people do
// not, and PostgreSQL does not keep it. Strings and longer names are left alone.
std::string WithoutQualifier(std::string_view text, const std::string& table) {
  const std::string qualifier = QuoteIdentifier(table) + ".";
  std::string result;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool in_word = at > 0 && (IsWordByte(text[at - 1]) || text[at - 1] == '.');
    if (!quoted && !in_word && text.substr(at).starts_with(qualifier)) {
      at += qualifier.size();
      continue;
    }
    if (text[at] == '\'') quoted = !quoted;
    result += text[at++];
  }
  return result;
}

// Tells which differences a snapshot cannot help.
class Excuses {
 public:
  Excuses(const Catalogue& fold, const SnapshotSchema& snapshot)
      : fold_(fold), snapshot_(snapshot) {}

  [[nodiscard]] bool Excused(const Difference& difference) const {
    switch (difference.object) {
      case DifferenceObject::kConstraintValidated:
        return true;
      case DifferenceObject::kSchema:
        return difference.kind == DifferenceKind::kExtra && IsOnlyNamed(difference.relation.schema);
      case DifferenceObject::kSequence:
        return IsOwnedSequence(fold_, difference.relation) ||
               IsOwnedSequence(snapshot_.catalogue, difference.relation);
      case DifferenceObject::kDefault:
        return IsNextValue(difference.expected) && IsNextValue(difference.actual);
      case DifferenceObject::kConstraint:
        return IsUnknownCheck(difference) || IsPrimaryKeyName(difference) ||
               IsQualifierOnly(difference);
      case DifferenceObject::kIndexDefinition:
        return IsQualifierOnly(difference);
      default:
        return false;
    }
  }

 private:
  [[nodiscard]] static bool IsQualifierOnly(const Difference& difference) {
    const std::string& table = difference.relation.name;
    return difference.kind == DifferenceKind::kChanged &&
           WithoutQualifier(difference.expected, table) ==
               WithoutQualifier(difference.actual, table);
  }

  // No SQL makes a schema that is there because a statement names a table in it that nobody made:
  // auth.users of a foreign key.
  [[nodiscard]] bool IsOnlyNamed(const std::string& schema) const {
    bool named = false;
    for (const auto& [name, id] : fold_.relation_names()) {
      if (name.schema != schema) continue;
      if (!fold_.Get(id)->assumed) return false;
      named = true;
    }
    return named;
  }

  [[nodiscard]] const Constraint* InFold(const Difference& difference) const {
    const Relation* table = fold_.Find(difference.relation);
    return table == nullptr ? nullptr : table->FindConstraint(difference.part);
  }

  [[nodiscard]] bool IsUnknownCheck(const Difference& difference) const {
    if (snapshot_.knows_checks) return false;
    const Constraint* constraint = InFold(difference);
    return constraint != nullptr && constraint->kind == ConstraintKind::kCheck;
  }

  // The same primary key under the name that the snapshot had to guess.
  [[nodiscard]] bool IsPrimaryKeyName(const Difference& difference) const {
    if (!snapshot_.unnamed_primary_keys.contains(difference.relation)) return false;
    const Relation* actual = fold_.Find(difference.relation);
    const Relation* expected = snapshot_.catalogue.Find(difference.relation);
    if (actual == nullptr || expected == nullptr) return false;
    const Constraint* actual_key = actual->PrimaryKey();
    const Constraint* expected_key = expected->PrimaryKey();
    if (actual_key == nullptr || expected_key == nullptr) return false;
    return actual_key->columns == expected_key->columns &&
           (difference.part == actual_key->name || difference.part == expected_key->name);
  }

  const Catalogue& fold_;
  const SnapshotSchema& snapshot_;
};

auto PlaceOf(const Difference& difference) {
  return std::tie(difference.kind, difference.object, difference.relation, difference.part);
}

auto TextOf(const Difference& difference) {
  return std::tie(difference.kind, difference.object, difference.expected, difference.actual);
}

// The migration changed both sides of a difference that was there before.
bool Persists(const Difference& before, const Difference& now) {
  if (PlaceOf(before) != PlaceOf(now)) return false;
  const bool expected_moved = before.expected != now.expected;
  const bool actual_moved = before.actual != now.actual;
  return now.kind == DifferenceKind::kChanged ? expected_moved == actual_moved : true;
}

std::string_view Word(DifferenceObject object) {
  switch (object) {
    case DifferenceObject::kSchema:
      return "schema";
    case DifferenceObject::kTable:
      return "table";
    case DifferenceObject::kView:
      return "view";
    case DifferenceObject::kColumn:
      return "column";
    case DifferenceObject::kColumnType:
      return "type of column";
    case DifferenceObject::kNullability:
      return "nullability of column";
    case DifferenceObject::kDefault:
      return "default of column";
    case DifferenceObject::kIdentity:
      return "identity of column";
    case DifferenceObject::kGenerated:
      return "generation of column";
    case DifferenceObject::kConstraint:
      return "constraint";
    case DifferenceObject::kConstraintValidated:
      return "validation of constraint";
    case DifferenceObject::kIndex:
    case DifferenceObject::kIndexDefinition:
      return "index";
    case DifferenceObject::kEnum:
      return "enum";
    case DifferenceObject::kEnumValues:
      return "values of enum";
    case DifferenceObject::kSequence:
      return "sequence";
    case DifferenceObject::kPolicy:
      return "policy";
    case DifferenceObject::kRowSecurity:
      return "row security of table";
  }
  return "";
}

// What one side has, as the object of "has" and "makes".
std::string SideText(const Difference& difference, const std::string& side) {
  const bool changed = difference.kind == DifferenceKind::kChanged;
  switch (difference.object) {
    case DifferenceObject::kSchema:
    case DifferenceObject::kTable:
    case DifferenceObject::kView:
    case DifferenceObject::kSequence:
      // The text is the name once more, or the kind of relation.
      return changed ? fmt::format("{} {}", side == "index" ? "an" : "a", side) : "it";
    case DifferenceObject::kRowSecurity:
      return "it " + side;
    default:
      return side.empty() ? "none" : side;
  }
}

}  // namespace

std::vector<Difference> CompareWithSnapshot(const Catalogue& fold, const SnapshotSchema& snapshot) {
  return SnapshotComparison().Next(fold, snapshot);
}

std::vector<Difference> SnapshotComparison::Next(const Catalogue& fold,
                                                 const SnapshotSchema& snapshot) {
  const DiffOptions options{.views = snapshot.knows_views,
                            .sequences = snapshot.knows_sequences,
                            .policies = snapshot.knows_policies,
                            .constraint_details = false};
  std::vector<Difference> differences = series_.Next(snapshot.catalogue, fold, options);
  const Excuses excuses(fold, snapshot);
  std::erase_if(differences,
                [&](const Difference& difference) { return excuses.Excused(difference); });
  return differences;
}

std::vector<Difference> NewDifferences(const std::vector<Difference>& previous,
                                       const std::vector<Difference>& current) {
  std::vector<Difference> fresh;
  for (const Difference& difference : current) {
    const bool known = std::ranges::any_of(
        previous, [&](const Difference& before) { return Persists(before, difference); });
    if (!known) fresh.push_back(difference);
  }
  // What is gone under one name and new under another, with the same texts, was renamed.
  std::vector<Difference> gone;
  for (const Difference& before : previous) {
    const bool there = std::ranges::any_of(
        current, [&](const Difference& now) { return PlaceOf(before) == PlaceOf(now); });
    if (!there && !before.part.empty()) gone.push_back(before);
  }
  std::erase_if(fresh, [&](const Difference& difference) {
    const auto renamed = std::ranges::find_if(gone, [&](const Difference& before) {
      return !difference.part.empty() && TextOf(before) == TextOf(difference);
    });
    if (renamed == gone.end()) return false;
    gone.erase(renamed);
    return true;
  });
  return fresh;
}

std::string Describe(const Difference& difference) {
  const std::string name = RelationText(difference);
  const std::string subject =
      difference.part.empty()
          ? fmt::format("{} {}", Word(difference.object), name)
          : fmt::format("{} {} of {}", Word(difference.object), difference.part, name);
  switch (difference.kind) {
    case DifferenceKind::kMissing:
      return fmt::format("{}: the snapshot has {}, the SQL does not make it", subject,
                         SideText(difference, difference.expected));
    case DifferenceKind::kExtra:
      return fmt::format("{}: the SQL makes {}, the snapshot does not have it", subject,
                         SideText(difference, difference.actual));
    case DifferenceKind::kChanged:
      return fmt::format("{}: the snapshot has {}, the SQL makes {}", subject,
                         SideText(difference, difference.expected),
                         SideText(difference, difference.actual));
  }
  return subject;
}

}  // namespace hoglint
