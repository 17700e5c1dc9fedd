// rename-other: something other than a table or column changes its name: a view, type, enum value,
// function, sequence, schema, constraint.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lint/rule/code_uses_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string Quoted(const std::string& value) {
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

// How a kind of object is called, who names it, and how much its renaming matters.
struct KindText {
  std::string_view name;
  Level level = Level::kOff;
  std::string_view effect;
};

constexpr std::string_view kCallers = "code that is deployed now fails as soon as it names it";

KindText TextOf(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kSchema:
      return {"schema", Level::kError,
              "code, search paths and roles that name the schema fail: everything in it has moved"};
    case ObjectKind::kView:
      return {"view", Level::kError, kCallers};
    case ObjectKind::kMaterializedView:
      return {"materialized view", Level::kError, kCallers};
    case ObjectKind::kFunction:
      return {"function", Level::kError, kCallers};
    case ObjectKind::kProcedure:
      return {"procedure", Level::kError, kCallers};
    case ObjectKind::kRoutine:
      return {"routine", Level::kError, kCallers};
    case ObjectKind::kAggregate:
      return {"aggregate", Level::kError, kCallers};
    case ObjectKind::kRole:
      return {"role", Level::kError,
              "connections as this role fail, and an MD5 password is cleared"};
    case ObjectKind::kDatabase:
      return {"database", Level::kError, "new connections to the old name fail"};
    case ObjectKind::kType:
      return {"type", Level::kWarning,
              "code that is deployed now fails where it casts to the type"};
    case ObjectKind::kDomain:
      return {"domain", Level::kWarning,
              "code that is deployed now fails where it casts to the domain"};
    case ObjectKind::kSequence:
      return {"sequence", Level::kWarning,
              "code that is deployed now fails where it calls nextval() by name; column defaults "
              "follow the sequence"};
    case ObjectKind::kPublication:
      return {"publication", Level::kWarning, "subscribers ask for it by name"};
    case ObjectKind::kConstraint:
      return {"constraint", Level::kNote,
              "code that is deployed now and looks at constraint names (ON CONFLICT ON CONSTRAINT, "
              "error handlers) does not find it"};
    default:  // indexes, triggers, policies ...: no code names them
      return {};
  }
}

bool IsRelationKind(ObjectKind kind) {
  return kind == ObjectKind::kView || kind == ObjectKind::kMaterializedView ||
         kind == ObjectKind::kSequence;
}

// What it renames: ALTER TABLE takes views, sequences and indexes as well.
ObjectKind RenamedKind(const Rename& rename, const StatementFacts& facts) {
  if (rename.kind != ObjectKind::kTable) return rename.kind;
  const Relation* relation = facts.before.Find(rename.object.name);
  if (relation == nullptr) return rename.kind;
  switch (relation->kind) {
    case RelationKind::kView:
      return ObjectKind::kView;
    case RelationKind::kMaterializedView:
      return ObjectKind::kMaterializedView;
    case RelationKind::kSequence:
      return ObjectKind::kSequence;
    default:
      return rename.kind;
  }
}

bool IsTypeKind(ObjectKind kind) {
  return kind == ObjectKind::kType || kind == ObjectKind::kDomain;
}

// True when no deployed code can know the object: it came into being in this batch.
bool IsNewObject(const Rename& rename, const StatementFacts& facts) {
  const ObjectName& name = rename.object.name;
  if (IsRelationKind(rename.kind)) {
    const Relation* relation = facts.before.Find(name);
    return relation != nullptr && IsNew(*relation, facts);
  }
  if (IsTypeKind(rename.kind)) {
    const Type* type = facts.before.FindType(name);
    return type != nullptr && type->origin.batch == facts.batch.id;
  }
  if (rename.kind == ObjectKind::kConstraint && rename.object.parent) {
    const Relation* table = facts.before.Find(*rename.object.parent);
    if (table == nullptr) return false;
    const Constraint* constraint = table->FindConstraint(name.name);
    return IsNew(*table, facts) ||
           (constraint != nullptr && constraint->origin.batch == facts.batch.id);
  }
  const auto functions = facts.before.FindFunctions(name);
  return !functions.empty() && std::ranges::all_of(functions, [&](const Function* function) {
    return function->origin.batch == facts.batch.id;
  });
}

// True when a later statement of the batch puts another object under the old name.
bool IsReplaced(const Rename& rename, const StatementFacts& facts) {
  const std::string& name = rename.object.name.name;
  return std::ranges::any_of(facts.LaterNaming(name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    if (const auto* again = As<Rename>(later)) {
      return again->kind == rename.kind && again->new_name == name;
    }
    return As<CreateView>(later) != nullptr || As<CreateEnum>(later) != nullptr ||
           As<CreateCompositeType>(later) != nullptr || As<CreateDomain>(later) != nullptr ||
           As<CreateFunction>(later) != nullptr || As<CreateSequence>(later) != nullptr;
  });
}

std::string Described(const Rename& rename, std::string_view kind, const StatementFacts& facts) {
  const bool qualified = IsRelationKind(rename.kind) || IsTypeKind(rename.kind);
  const std::string name =
      qualified ? ShownName(rename.object.name, facts) : QuoteIdentifier(rename.object.name.name);
  if (!rename.object.parent) return fmt::format("{} {}", kind, name);
  return fmt::format("{} {} of {}", kind, name, ShownName(*rename.object.parent, facts));
}

void CheckRename(const Rename& written, const StatementFacts& facts, Findings& findings) {
  Rename rename = written;
  rename.kind = RenamedKind(written, facts);
  const KindText text = TextOf(rename.kind);
  if (text.level == Level::kOff || IsNewObject(rename, facts)) return;
  if (rename.if_exists && IsRelationKind(rename.kind) &&
      IsKnownMissing(rename.object.name, facts)) {
    return;
  }
  if (IsReplaced(rename, facts)) return;

  const std::string described = Described(rename, text.name, facts);
  Finding& finding =
      findings.Add(rename.object.name.span,
                   fmt::format("renames {} to {}", described, QuoteIdentifier(rename.new_name)));
  finding.subject = described;
  finding.level = text.level;
  finding.effect = text.effect;
  finding.remedy = fmt::format(
      "create a {} of the new name beside the old one, and drop the old one in a later deploy, "
      "when "
      "no code uses it",
      text.name);
  if (rename.kind == ObjectKind::kConstraint || rename.kind == ObjectKind::kSequence) {
    finding.remedy = "rename it when no deployed code names it";
  }
  if (IsRelationKind(rename.kind)) {
    AddCodeUses(facts.before.ResolveExisting(rename.object.name), "", facts, finding);
  }
}

void CheckEnumValue(const AlterEnum& alter, const StatementFacts& facts, Findings& findings) {
  const Type* type = facts.before.FindType(alter.type);
  if (type != nullptr) {
    const auto value = std::ranges::find(type->values, alter.value, &EnumValue::label);
    if (value != type->values.end() && value->origin.batch == facts.batch.id) return;
  }
  const std::string shown = ShownName(alter.type, facts);
  Finding& finding = findings.Add(
      alter.value_span,
      fmt::format("renames value '{}' of enum {} to '{}'", alter.value, shown, alter.rename_to));
  finding.subject = fmt::format("{}.{}", shown, alter.value);
  finding.effect = fmt::format(
      "code that is deployed now fails when it writes or compares '{}', and does not know '{}' "
      "when "
      "it reads it",
      alter.value, alter.rename_to);
  finding.remedy = fmt::format(
      "keep the value and change only how the code shows it; or add the new one, move the rows in "
      "batches, and leave the old one unused:{}",
      SqlLine(fmt::format("ALTER TYPE {} ADD VALUE {} AFTER {};", shown, Quoted(alter.rename_to),
                          Quoted(alter.value))));
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (const auto* rename = As<Rename>(facts.statement)) {
    CheckRename(*rename, facts, findings);
  } else if (const auto* alter = As<AlterEnum>(facts.statement)) {
    if (!alter->rename_to.empty()) CheckEnumValue(*alter, facts, findings);
  }
}

}  // namespace

extern const Rule rename_other{
    .id = "rename-other",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A schema, view, type, enum value, function, sequence or constraint is renamed",
    .effect =
        "Code that is still running uses the old name and fails from the moment the migration "
        "commits until the last old instance is gone. Names that no code uses (indexes, "
        "triggers, policies) are not reported.",
    .remedy =
        "Create the object under its new name beside the old one, move the code over, and drop "
        "the old one in a later deploy.",
    .manual = "sql-altertype.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
