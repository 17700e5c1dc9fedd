// A catalogue as the lines that ReadSchema makes of a database.
#include <algorithm>

#include "lint/schema/diff_text.h"
#include "tests/support/live_schema.h"

namespace hoglint::testing {
namespace {

std::string Join(std::vector<std::string> parts) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ", ") + part;
  return result;
}

std::string Dotted(const QualifiedName& name) { return name.schema + "." + name.name; }

char Letter(ForeignKeyAction action) {
  switch (action) {
    case ForeignKeyAction::kNoAction:
      return 'a';
    case ForeignKeyAction::kRestrict:
      return 'r';
    case ForeignKeyAction::kCascade:
      return 'c';
    case ForeignKeyAction::kSetNull:
      return 'n';
    case ForeignKeyAction::kSetDefault:
      return 'd';
  }
  return '?';
}

char Letter(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::kPrimaryKey:
      return 'p';
    case ConstraintKind::kUnique:
      return 'u';
    case ConstraintKind::kForeignKey:
      return 'f';
    case ConstraintKind::kCheck:
      return 'c';
    default:
      return 'x';
  }
}

class Describer {
 public:
  explicit Describer(const Catalogue& catalogue) : catalogue_(catalogue) {}

  SchemaLines Run() {
    for (const std::string& schema : catalogue_.schemas()) Add("schema " + schema, "");
    for (const auto& [name, id] : catalogue_.relation_names()) {
      const Relation& relation = *catalogue_.Get(id);
      if (name.schema == "pg_temp" || relation.assumed) continue;
      DescribeRelation(relation);
    }
    for (const auto& [name, type] : catalogue_.types()) DescribeType(type);
    for (const auto& [name, function] : catalogue_.functions()) {
      if (name.schema == "pg_temp") continue;
      Add("function " + Dotted(name) + "(" + Join(function.argument_types) + ")",
          function.volatility == Volatility::kImmutable ? "i"
          : function.volatility == Volatility::kStable  ? "s"
                                                        : "v");
    }
    return std::move(lines_);
  }

 private:
  void Add(std::string key, std::string value) { lines_.emplace(std::move(key), std::move(value)); }

  [[nodiscard]] std::string Shown(RelationId id) const {
    const Relation* relation = catalogue_.Get(id);
    return relation == nullptr ? "?" : DisplayName(relation->name);
  }

  void DescribeRelation(const Relation& relation) {
    std::string value(1, static_cast<char>(relation.kind));
    if (relation.row_security) value += " rls";
    if (relation.persistence == Persistence::kUnlogged) value += " unlogged";
    Add("relation " + Dotted(relation.name), value);
    if (relation.index) return DescribeIndex(relation);
    if (relation.sequence) return DescribeSequence(relation);
    for (std::size_t at = 0; at < relation.columns.size(); ++at) {
      DescribeColumn(relation, relation.columns[at], at + 1);
    }
    for (const Constraint& constraint : relation.constraints) {
      DescribeConstraint(relation, constraint);
    }
    for (const RelationId parent : relation.parents) {
      Add("inherits " + Shown(relation.id) + " from " + Shown(parent), "");
    }
    for (const Policy& policy : relation.policies) {
      Add("policy " + Shown(relation.id) + "." + policy.name, "");
    }
    for (const Trigger& trigger : relation.triggers) {
      Add("trigger " + Shown(relation.id) + "." + trigger.name, DisplayName(trigger.function));
    }
    for (const std::string& rule : relation.rules) {
      Add("rule " + Shown(relation.id) + "." + rule, "");
    }
  }

  void DescribeColumn(const Relation& relation, const Column& column, std::size_t place) {
    const std::string key = Dotted(relation.name) + "." + column.name;
    std::string value = std::to_string(place) + " " + (column.type.empty() ? "?" : column.type);
    if (column.not_null) value += " not null";
    if (column.identity != Identity::kNone) value += " identity " + IdentityText(column);
    if (column.generated != Generated::kNone) value += " " + GeneratedText(column);
    if (column.inherited) value += " inherited";
    Add("column " + key, value);
    if (!column.default_value || column.generated != Generated::kNone) return;
    Add("default " + key, NormalisedDefault(DefaultText(*column.default_value)));
  }

  // A sequence by its name of today, as PostgreSQL prints it, however the file spells it.
  [[nodiscard]] std::string DefaultText(const ColumnDefault& value) const {
    const std::string& text = value.expression.text;
    const std::size_t begin = text.find('\'');
    const std::size_t end = text.find('\'', begin + 1);
    if (value.sequences.size() != 1 || value.expression.strings.size() != 1 ||
        end == std::string::npos) {
      return text;
    }
    const std::string name = Shown(value.sequences.front());
    const bool temporary = name.starts_with("pg_temp.");
    return text.substr(0, begin + 1) + (temporary ? name.substr(8) : name) + text.substr(end);
  }

  void DescribeConstraint(const Relation& relation, const Constraint& constraint) {
    std::vector<std::string> columns = constraint.columns;
    if (constraint.kind == ConstraintKind::kCheck) std::ranges::sort(columns);
    if (constraint.kind == ConstraintKind::kExclude) columns.clear();
    std::string value(1, Letter(constraint.kind));
    value += " (" + Join(columns) + ")";
    if (constraint.references) {
      const ForeignKey& key = *constraint.references;
      value += " references " + Shown(key.table) + " (" + Join(key.columns) + ") ";
      value += Letter(key.on_delete);
      value += Letter(key.on_update);
      if (!key.set_columns.empty()) value += " set (" + Join(key.set_columns) + ")";
      if (key.match_full) value += " match full";
    }
    if (!constraint.validated) value += " not valid";
    if (constraint.deferrable) value += " deferrable";
    if (constraint.initially_deferred) value += " deferred";
    if (constraint.no_inherit) value += " no inherit";
    if (constraint.inherited) value += " inherited";
    Add("constraint " + Dotted(relation.name) + "." + constraint.name, value);
  }

  void DescribeIndex(const Relation& relation) {
    const IndexDetails& index = *relation.index;
    std::string value = Shown(index.table) + " (" + Join(index.column_names) + ")";
    if (index.unique) value += " unique";
    if (index.primary) value += " primary";
    if (!index.valid) value += " invalid";
    if (index.where) value += " partial";
    if (index.parent) value += " attached";
    Add("index " + Dotted(relation.name), value);
  }

  void DescribeSequence(const Relation& relation) {
    if (!relation.sequence->owner) return;
    Add("sequence owner " + Dotted(relation.name),
        Shown(*relation.sequence->owner) + "." + relation.sequence->owner_column);
  }

  void DescribeType(const Type& type) {
    std::string value = "other";
    if (type.kind == TypeKind::kEnum) {
      std::vector<std::string> labels;
      for (const EnumValue& label : type.values) labels.push_back(label.label);
      value = "enum " + Join(labels);
    } else if (type.kind == TypeKind::kDomain) {
      value = "domain " + FormatType(type.base);
      if (type.not_null) value += " not null";
      std::vector<std::string> constraints;
      for (const DomainConstraint& constraint : type.constraints) {
        constraints.push_back(" " + constraint.name + (constraint.validated ? "" : " not valid"));
      }
      std::ranges::sort(constraints);
      for (const std::string& constraint : constraints) value += constraint;
    } else if (type.kind == TypeKind::kRange) {
      value = "range";
    } else if (type.of_extension) {
      return;
    }
    Add("type " + Dotted(type.name), value);
  }

  const Catalogue& catalogue_;
  SchemaLines lines_;
};

}  // namespace

SchemaLines DescribeCatalogue(const Catalogue& catalogue) { return Describer(catalogue).Run(); }

}  // namespace hoglint::testing
