// drop-type: an enum, domain or composite type goes away.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/enum_recreation.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Of an enum it is enum-recreation's finding.
void AddReplaced(const ObjectName& name, const TypeReplacement& replacement,
                 const StatementFacts& facts, Findings& findings) {
  const std::string shown = ShownName(name, facts);
  Finding& finding = findings.Add(name.span, fmt::format("replaces type {} by a new one", shown));
  finding.subject = shown;
  finding.related.push_back({replacement.span, "the new type"});
  finding.level = Level::kNote;
  finding.effect = "every table with a column of the type is written anew on the way";
  finding.remedy =
      replacement.is_enum
          ? "create the enum under a name of its own, move the columns to it in steps, "
            "and drop this type in a later deploy"
          : "change a domain or composite type in place: ALTER DOMAIN, ALTER TYPE";
}

// Columns that CASCADE takes along: "users.mood".
std::vector<std::string> ColumnsOf(const Type& type, const StatementFacts& facts) {
  std::vector<std::string> names;
  for (const auto& [name, id] : facts.before.relation_names()) {
    const Relation* relation = facts.before.Get(id);
    if (relation == nullptr || relation->kind == RelationKind::kView) continue;
    for (const Column& column : relation->columns) {
      if (facts.before.FindType(column.type_name) != &type) continue;
      names.push_back(fmt::format("{}.{}", DisplayName(name), QuoteIdentifier(column.name)));
    }
  }
  return names;
}

void AddDropped(const ObjectName& name, const Drop& drop, const StatementFacts& facts,
                Findings& findings) {
  const Type* type = facts.before.FindType(name);
  const std::string shown = ShownName(name, facts);
  Finding& finding = findings.Add(
      name.span,
      fmt::format("drops {} {}", drop.kind == ObjectKind::kDomain ? "domain" : "type", shown));
  finding.subject = shown;
  if (type != nullptr) AddOrigin(finding, type->origin, "type created here");
  if (!drop.cascade) {
    finding.level = Level::kNote;
    finding.effect =
        "no column can use it any more, so no row is lost; code that is deployed now "
        "fails where it casts to the type";
    finding.remedy = "first deploy code that no longer names the type";
    return;
  }
  const auto columns = type == nullptr ? std::vector<std::string>() : ColumnsOf(*type, facts);
  finding.effect = columns.empty()
                       ? "CASCADE drops every column of the type, with its data"
                       : fmt::format("CASCADE drops {}, with the data", JoinNames(columns));
  finding.remedy =
      "without CASCADE PostgreSQL refuses while something uses the type: drop the "
      "columns one by one, so that the review sees each";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr) return;
  if (drop->kind != ObjectKind::kType && drop->kind != ObjectKind::kDomain) return;
  for (const ObjectReference& object : drop->objects) {
    const Type* type = facts.before.FindType(object.name);
    if (type == nullptr && drop->if_exists && HistoryIsComplete(facts)) continue;
    if (type != nullptr && type->origin.batch == facts.batch.id) continue;
    const auto replacement = FindTypeReplacement(object.name, facts);
    if (replacement && !drop->cascade) {
      const bool of_enum = replacement->is_enum && MayBeEnum(object.name, facts.before);
      if (!of_enum) AddReplaced(object.name, *replacement, facts, findings);
    } else {
      AddDropped(object.name, *drop, facts, findings);
    }
  }
}

}  // namespace

extern const Rule drop_type{
    .id = "drop-type",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "An enum, domain or composite type is dropped",
    .effect =
        "With CASCADE every column of the type is dropped with its data. Without, nothing is "
        "lost, but code that casts to the type breaks.",
    .remedy =
        "Drop a type without CASCADE, after the last code that names it is gone: a note then.",
    .manual = "sql-droptype.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
