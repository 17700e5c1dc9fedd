// The parts of a catalogue as Diff compares and prints them.
#include "lint/schema/diff_text.h"

#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

std::string Join(const std::vector<std::string>& parts) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ", ") + part;
  return result;
}

std::string_view ActionText(ForeignKeyAction action) {
  switch (action) {
    case ForeignKeyAction::kNoAction:
      return "";
    case ForeignKeyAction::kRestrict:
      return "RESTRICT";
    case ForeignKeyAction::kCascade:
      return "CASCADE";
    case ForeignKeyAction::kSetNull:
      return "SET NULL";
    case ForeignKeyAction::kSetDefault:
      return "SET DEFAULT";
  }
  return "";
}

std::string ReferenceText(const Catalogue& catalogue, const ForeignKey& key, bool details) {
  const Relation* target = catalogue.Get(key.table);
  std::string text = " REFERENCES ";
  if (target != nullptr) text += ToString(target->name);
  text += " (" + Join(key.columns) + ")";
  const auto add = [&](std::string_view word, ForeignKeyAction action) {
    const std::string_view name = ActionText(action);
    if (!name.empty()) text += " " + std::string(word) + " " + std::string(name);
  };
  add("ON DELETE", key.on_delete);
  if (details && !key.set_columns.empty()) text += " (" + Join(key.set_columns) + ")";
  add("ON UPDATE", key.on_update);
  if (details && key.match_full) text += " MATCH FULL";
  return text;
}

// What may stand behind a constraint of any kind.
std::string AttributesText(const Constraint& constraint) {
  std::string text;
  if (constraint.deferrable) text += " DEFERRABLE";
  if (constraint.initially_deferred) text += " INITIALLY DEFERRED";
  if (constraint.check && constraint.no_inherit) text += " NO INHERIT";
  if (!constraint.enforced) text += " NOT ENFORCED";
  return text;
}

std::string_view ConstraintWord(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::kPrimaryKey:
      return "PRIMARY KEY";
    case ConstraintKind::kUnique:
      return "UNIQUE";
    case ConstraintKind::kForeignKey:
      return "FOREIGN KEY";
    case ConstraintKind::kCheck:
      return "CHECK";
    case ConstraintKind::kExclude:
      return "EXCLUDE";
    case ConstraintKind::kNotNull:
      return "NOT NULL";
  }
  return "";
}

std::string ElementText(const IndexElement& element) {
  std::string text =
      element.expression ? apply::NormalisedExpression(element.expression->text) : element.column;
  if (element.descending) text += " DESC";
  const bool default_nulls_first = element.descending;
  if (element.nulls_first && *element.nulls_first != default_nulls_first) {
    text += *element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  }
  return text;
}

}  // namespace

std::string_view KindWord(RelationKind kind) {
  switch (kind) {
    case RelationKind::kTable:
      return "table";
    case RelationKind::kPartitionedTable:
      return "partitioned table";
    case RelationKind::kView:
      return "view";
    case RelationKind::kMaterializedView:
      return "materialized view";
    case RelationKind::kForeignTable:
      return "foreign table";
    case RelationKind::kIndex:
    case RelationKind::kPartitionedIndex:
      return "index";
    case RelationKind::kSequence:
      return "sequence";
    case RelationKind::kCompositeType:
      return "composite type";
  }
  return "";
}

std::string NullabilityText(const Column& column) { return column.not_null ? "not null" : "null"; }

std::string IdentityText(const Column& column) {
  switch (column.identity) {
    case Identity::kNone:
      return "";
    case Identity::kAlways:
      return "always";
    case Identity::kByDefault:
      return "by default";
  }
  return "";
}

std::string GeneratedText(const Column& column) {
  if (column.generated == Generated::kNone) return "";
  return column.generated == Generated::kStored ? "stored" : "virtual";
}

std::string DefaultText(const Column& column) {
  return column.default_value ? column.default_value->expression.text : std::string();
}

std::string ConstraintText(const Catalogue& catalogue, const Constraint& constraint, bool details) {
  std::string text(ConstraintWord(constraint.kind));
  if (constraint.check) {
    text += " (" + apply::NormalisedExpression(constraint.check->text) + ")";
  } else {
    text += " (" + Join(constraint.columns) + ")";
  }
  if (!constraint.including.empty()) text += " INCLUDE (" + Join(constraint.including) + ")";
  if (constraint.references) text += ReferenceText(catalogue, *constraint.references, details);
  return details ? text + AttributesText(constraint) : text;
}

std::string IndexText(const Relation& index) {
  const IndexDetails& details = *index.index;
  std::vector<std::string> elements;
  for (const IndexElement& element : details.elements) elements.push_back(ElementText(element));
  std::string text = details.unique ? "UNIQUE " : "";
  text += details.access_method + " (" + Join(elements) + ")";
  if (!details.including.empty()) text += " INCLUDE (" + Join(details.including) + ")";
  if (details.nulls_not_distinct) text += " NULLS NOT DISTINCT";
  if (details.where) text += " WHERE " + apply::NormalisedExpression(details.where->text);
  return text;
}

std::string PolicyText(const Policy& policy) {
  std::string text = policy.permissive ? "permissive" : "restrictive";
  return text + " for " + policy.command;
}

std::string NormalisedDefault(std::string_view text) { return apply::NormalisedExpression(text); }

std::string NormalisedType(std::string_view type) {
  std::string result;
  bool quoted = false;
  for (std::size_t at = 0; at < type.size(); ++at) {
    if (type[at] == '"') quoted = !quoted;
    const bool before_parenthesis = type[at] == ' ' && at + 1 < type.size() && type[at + 1] == '(';
    const bool after_comma = type[at] == ' ' && at > 0 && type[at - 1] == ',';
    if (!quoted && (before_parenthesis || after_comma)) continue;
    result += type[at];
  }
  return result;
}

}  // namespace hoglint
