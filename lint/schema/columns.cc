// Columns with what hangs on them: defaults, and the sequences of serial and identity columns.
#include "lint/schema/columns.h"

#include <algorithm>

#include "lint/schema/object_names.h"
#include "lint/sql/name_in_string.h"

namespace hoglint::apply {
namespace {

bool DrawsFromSequence(const Expression& expression) {
  return std::ranges::any_of(expression.functions, [](const FunctionCall& call) {
    return call.name.name == "nextval" || call.name.name == "currval" || call.name.name == "setval";
  });
}

// The types of casts with the schema that the search path finds them in today.
void ResolveCasts(const Catalogue& catalogue, Expression& expression) {
  const auto resolve = [&](Boxed<TypeName>& cast) {
    if (cast) cast = ResolveType(catalogue, *cast);
  };
  resolve(expression.cast);
  for (StringConstant& string : expression.strings) resolve(string.cast);
}

}  // namespace

ColumnDefault MakeDefault(const Context& context, const Expression& expression) {
  ColumnDefault result;
  result.expression = expression;
  ResolveCasts(context.catalogue, result.expression);
  result.volatility = context.catalogue.VolatilityOf(expression);
  if (!DrawsFromSequence(expression)) return result;
  for (const StringConstant& string : expression.strings) {
    // nextval('s'::text) looks for the name each time: the sequence may go.
    if (string.cast && string.cast->name != "regclass") continue;
    const Relation* sequence = context.catalogue.Find(NameInString(string.value));
    if (sequence == nullptr || !sequence->sequence) continue;
    result.sequences.push_back(sequence->id);
  }
  return result;
}

Column MakeColumn(const Context& context, const ColumnDefinition& definition) {
  Column column;
  column.name = definition.name;
  SetType(context.catalogue, column, definition.type);
  column.collation = definition.collation;
  column.not_null = definition.not_null;
  column.identity = definition.identity;
  column.generated = definition.generated;
  column.generated_expression = definition.generated_expression;
  if (definition.default_value && !definition.default_value->is_null) {
    column.default_value = MakeDefault(context, *definition.default_value);
  }
  column.origin = context.OriginAt(definition.span);
  return column;
}

RelationId AddSequence(Context& context, QualifiedName name, Persistence persistence,
                       const Origin& origin) {
  Relation sequence;
  sequence.name = std::move(name);
  sequence.kind = RelationKind::kSequence;
  sequence.persistence = persistence;
  sequence.origin = origin;
  sequence.sequence = SequenceDetails{};
  return context.catalogue.AddRelation(std::move(sequence));
}

std::optional<RelationId> MakeOwnedSequence(Context& context, const QualifiedName& table,
                                            const std::string& column,
                                            const Boxed<SequenceOptions>& options,
                                            Persistence persistence) {
  QualifiedName name{table.schema, {}};
  if (options && options->sequence_name) {
    const ObjectName& written = *options->sequence_name;
    if (!written.schema.empty()) name.schema = written.schema;
    name.name = written.name;
    if (IsTaken(context, name, written.span)) return std::nullopt;
  } else {
    name.name = ChooseRelationName(context.catalogue, table.schema, table.name, column, "seq",
                                   /*constraint=*/false);
  }
  return AddSequence(context, std::move(name), persistence, context.OriginAt({}));
}

std::optional<RelationId> MakeColumnSequence(Context& context, const QualifiedName& table,
                                             const ColumnDefinition& definition,
                                             Persistence persistence) {
  if (definition.identity == Identity::kNone && !IsSerial(definition.type)) return std::nullopt;
  return MakeOwnedSequence(context, table, definition.name, definition.identity_options,
                           persistence);
}

ColumnDefault SerialDefault(const Catalogue& catalogue, RelationId sequence) {
  const QualifiedName& name = catalogue.Get(sequence)->name;
  ColumnDefault result;
  const std::string shown = DisplayName(name);
  StringConstant constant;
  constant.value = shown;
  constant.cast = TypeName{};
  constant.cast->name = "regclass";
  result.expression.text = "nextval('" + shown + "'::regclass)";
  FunctionCall call;
  call.name.name = "nextval";
  call.argument_count = 1;
  result.expression.functions.push_back(std::move(call));
  result.expression.strings.push_back(std::move(constant));
  result.volatility = Volatility::kVolatile;
  result.sequences.push_back(sequence);
  return result;
}

void OwnSequence(Context& context, RelationId sequence, RelationId table, const std::string& column,
                 bool identity) {
  Relation& owned = context.catalogue.Mutable(sequence);
  owned.sequence->owner = table;
  owned.sequence->owner_column = column;
  owned.sequence->of_identity = identity;
  Relation& owner = context.catalogue.Mutable(table);
  if (std::ranges::count(owner.owned_sequences, sequence) == 0) {
    owner.owned_sequences.push_back(sequence);
  }
}

void DisownSequence(Context& context, RelationId sequence) {
  SequenceDetails& details = *context.catalogue.Mutable(sequence).sequence;
  const std::optional<RelationId> owner = details.owner;
  details = {};
  if (!owner || context.catalogue.Get(*owner) == nullptr) return;
  std::erase(context.catalogue.Mutable(*owner).owned_sequences, sequence);
}

std::vector<ConstraintDefinition> ConstraintsOf(const ColumnDefinition& definition) {
  std::vector<ConstraintDefinition> constraints = definition.constraints;
  for (ConstraintDefinition& constraint : constraints) {
    if (constraint.columns.empty() && constraint.kind != ConstraintKind::kCheck) {
      constraint.columns.push_back(definition.name);
    }
  }
  return constraints;
}

}  // namespace hoglint::apply
