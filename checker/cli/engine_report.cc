#include "checker/cli/engine_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lint/report/display_text.h"
#include "lint/report/json_text.h"
#include "lint/report/schema_report.h"

namespace hoglint {
namespace {

std::string_view ObjectWord(DifferenceObject object) {
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
      return "type";
    case DifferenceObject::kNullability:
      return "nullability";
    case DifferenceObject::kDefault:
      return "default";
    case DifferenceObject::kIdentity:
      return "identity";
    case DifferenceObject::kGenerated:
      return "expression";
    case DifferenceObject::kConstraint:
      return "constraint";
    case DifferenceObject::kConstraintValidated:
      return "validation";
    case DifferenceObject::kIndex:
      return "index";
    case DifferenceObject::kIndexDefinition:
      return "definition";
    case DifferenceObject::kEnum:
      return "enum";
    case DifferenceObject::kEnumValues:
      return "values";
    case DifferenceObject::kSequence:
      return "sequence";
    case DifferenceObject::kPolicy:
      return "policy";
    case DifferenceObject::kRowSecurity:
      break;
  }
  return "row security";
}

bool IsWholeRelation(const Difference& difference) {
  return difference.object == DifferenceObject::kTable ||
         difference.object == DifferenceObject::kView ||
         difference.object == DifferenceObject::kSequence ||
         difference.object == DifferenceObject::kEnum;
}

// The owner's INSERTs fill a new column, those of the project do not.
bool HasToBeFilled(const Difference& difference, const Catalogue& after) {
  const Relation* table = after.Find(difference.relation);
  const Column* column = table == nullptr ? nullptr : table->FindColumn(difference.part);
  return column != nullptr && column->not_null && !column->default_value &&
         column->identity == Identity::kNone && column->generated == Generated::kNone;
}

// New things, an index or default that goes, and a sequence break no query.
bool MayBreak(const Difference& difference, const Catalogue& after) {
  switch (difference.object) {
    case DifferenceObject::kTable:
    case DifferenceObject::kView:
    case DifferenceObject::kSchema:
    case DifferenceObject::kEnum:
    case DifferenceObject::kPolicy:
      return difference.kind != DifferenceKind::kExtra;
    case DifferenceObject::kColumn:
      return difference.kind == DifferenceKind::kMissing || HasToBeFilled(difference, after);
    case DifferenceObject::kConstraint:  // new ones reject rows, foreign keys need those that go
    case DifferenceObject::kColumnType:
    case DifferenceObject::kNullability:
    case DifferenceObject::kIdentity:
    case DifferenceObject::kGenerated:
    case DifferenceObject::kRowSecurity:
    case DifferenceObject::kEnumValues:  // code that lists all values
      return true;
    default:
      return false;
  }
}

bool Collides(const Difference& difference, const Catalogue& project) {
  if (difference.kind != DifferenceKind::kExtra) return false;
  if (IsWholeRelation(difference)) {
    return project.Find(difference.relation) != nullptr ||
           project.types().contains(difference.relation);
  }
  if (difference.object == DifferenceObject::kIndex) {
    return project.Find(QualifiedName{difference.relation.schema, difference.part}) != nullptr;
  }
  if (difference.object != DifferenceObject::kColumn) return false;
  // The project's migrations name the owner's table as one that they did not create.
  const Relation* table = project.Find(difference.relation);
  return table != nullptr && table->FindColumn(difference.part) != nullptr;
}

// "  + column referral_id uuid", "  - index x", "  ~ type of id: text -> uuid".
std::string ChangeLine(const UpgradeChange& change) {
  const Difference& difference = change.difference;
  const std::string part =
      difference.part.empty() ? std::string() : QuoteIdentifier(difference.part);
  std::string text;
  if (difference.kind == DifferenceKind::kChanged) {
    text =
        fmt::format("~ {}{}{}: {} -> {}", ObjectWord(difference.object), part.empty() ? "" : " of ",
                    part, difference.expected.empty() ? "none" : difference.expected,
                    difference.actual.empty() ? "none" : difference.actual);
  } else {
    const bool added = difference.kind == DifferenceKind::kExtra;
    std::string definition = added ? difference.actual : difference.expected;
    if (IsWholeRelation(difference) && difference.object != DifferenceObject::kEnum) {
      definition.clear();  // the name once more
    }
    text = fmt::format("{} {}{}{}{}{}", added ? "+" : "-", ObjectWord(difference.object),
                       part.empty() ? "" : " ", part, definition.empty() ? "" : " ", definition);
  }
  if (change.collides) {
    text += "  <- this project has that name";
  } else if (change.may_break) {
    text += "  <- may break what relies on it";
  }
  return fmt::format("  {}\n", DisplayText(text));
}

std::string Header(const Ownership& ownership) {
  std::string text = ownership.owner;
  if (!ownership.version.empty()) text += " " + ownership.version;
  text += fmt::format("\n  read from  {} ({})\n", ownership.read_from, ownership.why);
  if (!ownership.wanted.empty()) {
    text += fmt::format("  wanted     {}: what differs there is not known\n", ownership.wanted);
  }
  return text + fmt::format("  ledger     {}\n", DisplayName(ownership.ledger));
}

}  // namespace

std::string RenderOwnershipText(const Ownership& ownership, const Sources& sources) {
  return fmt::format("{}\n{}", Header(ownership),
                     RenderSchemaText(ownership.catalogue, {}, sources));
}

std::string RenderOwnershipJson(const Ownership& ownership, const Sources& sources) {
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["owner"] = ownership.owner;
  json["package"] = ownership.package;
  json["packageVersion"] = ownership.version;
  json["source"] = ownership.source == OwnershipSource::kPackage ? "package" : "built-in";
  json["readFrom"] = ownership.read_from;
  json["why"] = ownership.why;
  json["wanted"] = ownership.wanted;
  json["ledger"] = ToString(ownership.ledger);
  const auto schema = nlohmann::ordered_json::parse(
      RenderSchemaJson(ownership.catalogue, {}, sources), nullptr, /*allow_exceptions=*/false);
  for (const char* member : {"tables", "enums"}) {
    const auto found = schema.find(member);
    if (found != schema.end()) json[member] = *found;
  }
  return JsonText(json);
}

std::vector<UpgradeChange> CompareUpgrade(const Catalogue& before, const Catalogue& after,
                                          const Catalogue* project) {
  std::vector<UpgradeChange> changes;
  for (Difference& difference : Diff(before, after, DiffOptions{})) {
    const bool may_break = MayBreak(difference, after);
    const bool collides = project != nullptr && Collides(difference, *project);
    changes.push_back({std::move(difference), may_break, collides});
  }
  std::ranges::stable_sort(changes, {},
                           [](const UpgradeChange& change) { return change.difference.relation; });
  return changes;
}

std::string RenderUpgradeText(const Upgrade& upgrade) {
  if (upgrade.changes.empty()) {
    return fmt::format("no difference between {} and {}\n", upgrade.from, upgrade.to);
  }
  std::string text;
  QualifiedName table;
  for (const UpgradeChange& change : upgrade.changes) {
    if (text.empty() || change.difference.relation != table) {
      table = change.difference.relation;
      text += fmt::format("{}{}\n", text.empty() ? "" : "\n",
                          DisplayText(RelationText(change.difference)));
    }
    text += ChangeLine(change);
  }
  const auto breaking = std::ranges::count(upgrade.changes, true, &UpgradeChange::may_break);
  const auto colliding = std::ranges::count(upgrade.changes, true, &UpgradeChange::collides);
  text += fmt::format("\n{} {} from {} to {}, {} may break what relies on the old state",
                      upgrade.changes.size(), upgrade.changes.size() == 1 ? "change" : "changes",
                      upgrade.from, upgrade.to, breaking);
  if (upgrade.with_project) text += fmt::format("; {} collide with this project", colliding);
  return text + "\n";
}

std::string RenderUpgradeJson(const Upgrade& upgrade) {
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["from"] = upgrade.from;
  json["to"] = upgrade.to;
  json["withProject"] = upgrade.with_project;
  json["changes"] = nlohmann::ordered_json::array();
  for (const UpgradeChange& change : upgrade.changes) {
    const Difference& difference = change.difference;
    const bool is_schema = difference.object == DifferenceObject::kSchema;
    json["changes"].push_back(
        {{"change", difference.kind == DifferenceKind::kMissing ? "removed"
                    : difference.kind == DifferenceKind::kExtra ? "added"
                                                                : "changed"},
         {"object", ObjectWord(difference.object)},
         {"name", is_schema ? RelationText(difference) : ToString(difference.relation)},
         {"part", difference.part},
         {"before", difference.expected},
         {"after", difference.actual},
         {"mayBreak", change.may_break},
         {"collides", change.collides}});
  }
  return JsonText(json);
}

}  // namespace hoglint
