// drop-type: an enum, domain or composite type goes away, or loses values by being made anew.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// The type that stands at the dropped one's place once the batch is through.
struct Replacement {
  Span span;
  std::vector<std::string> values;  // of an enum
};

std::vector<std::string> Labels(const Type* type) {
  std::vector<std::string> labels;
  if (type == nullptr) return labels;
  for (const EnumValue& value : type->values) labels.push_back(value.label);
  return labels;
}

const ObjectName* CreatedType(const Statement& statement) {
  if (const auto* create = As<CreateEnum>(statement)) return &create->type;
  if (const auto* create = As<CreateCompositeType>(statement)) return &create->type;
  if (const auto* create = As<CreateOtherType>(statement)) return &create->type;
  if (const auto* create = As<CreateDomain>(statement)) return &create->domain;
  return nullptr;
}

bool IsTypeRename(const Rename* rename) {
  return rename != nullptr &&
         (rename->kind == ObjectKind::kType || rename->kind == ObjectKind::kDomain);
}

// DROP TYPE mood; CREATE TYPE mood ..., or: CREATE TYPE mood_new ...; DROP TYPE mood; ALTER TYPE
// mood_new RENAME TO mood.
std::optional<Replacement> ReplacedLater(const ObjectName& name, const StatementFacts& facts) {
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const Statement& statement = *facts.batch.statements[position].statement;
    const ObjectName* created = CreatedType(statement);
    if (created != nullptr && created->name == name.name) {
      const auto* as_enum = As<CreateEnum>(statement);
      return Replacement{statement.span,
                         as_enum == nullptr ? std::vector<std::string>() : as_enum->values};
    }
    const auto* rename = As<Rename>(statement);
    if (IsTypeRename(rename) && rename->new_name == name.name) {
      return Replacement{statement.span, Labels(facts.before.FindType(rename->object.name))};
    }
  }
  return std::nullopt;
}

// ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood ...; DROP TYPE mood_old.
std::optional<Replacement> ReplacedEarlier(const ObjectName& name, const StatementFacts& facts) {
  for (const std::uint32_t position : facts.EarlierNaming(name.name)) {
    const auto* rename = As<Rename>(*facts.batch.statements[position].statement);
    if (!IsTypeRename(rename) || rename->new_name != name.name) continue;
    const Type* replacement = facts.before.FindType(rename->object.name);
    if (replacement != nullptr) return Replacement{replacement->origin.span, Labels(replacement)};
  }
  return std::nullopt;
}

std::vector<std::string> LostValues(const Type* old_type, const Replacement& replacement) {
  std::vector<std::string> lost;
  for (const std::string& label : Labels(old_type)) {
    if (std::ranges::find(replacement.values, label) == replacement.values.end()) {
      lost.push_back(fmt::format("'{}'", label));
    }
  }
  return lost;
}

void AddReplaced(const ObjectName& name, const Replacement& replacement,
                 const StatementFacts& facts, Findings& findings) {
  const std::string shown = ShownName(name, facts);
  const auto lost = LostValues(facts.before.FindType(name), replacement);
  Finding& finding = findings.Add(
      name.span, lost.empty()
                     ? fmt::format("replaces type {} by a new one", shown)
                     : fmt::format("replaces type {} by one without {}", shown, JoinNames(lost)));
  finding.subject = shown;
  finding.related.push_back({replacement.span, "the new type"});
  if (lost.empty()) {
    finding.level = Level::kNote;
    finding.effect = "every table with a column of the type is rewritten on the way";
    finding.remedy = "a value can be added in place: ALTER TYPE ... ADD VALUE";
    return;
  }
  finding.effect = fmt::format(
      "the migration fails if a row still holds {}, every table with a column of the type is "
      "rewritten on the way, and code that is deployed now fails when it writes {}",
      lost.size() == 1 ? "the value" : "one of the values", lost.size() == 1 ? "it" : "one");
  finding.remedy =
      "leave the old value in the type and refuse it in the code, or with a CHECK constraint that "
      "is added NOT VALID and validated later";
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
    finding.level = Level::kWarning;
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
    auto replacement = ReplacedLater(object.name, facts);
    if (!replacement) replacement = ReplacedEarlier(object.name, facts);
    if (replacement && !drop->cascade) {
      AddReplaced(object.name, *replacement, facts, findings);
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
    .summary = "An enum, domain or composite type is dropped, or made anew with fewer values",
    .effect =
        "With CASCADE every column of the type is dropped with its data. Without, nothing is "
        "lost, but code that casts to the type breaks. An enum that is dropped and created "
        "again to lose a value rewrites its tables, and fails while a row holds the value.",
    .remedy =
        "Drop a type without CASCADE, after the last code that names it is gone. Leave unused "
        "enum values in the type.",
    .manual = "sql-droptype.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
