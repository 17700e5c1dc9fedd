// CREATE SEQUENCE, ALTER SEQUENCE ... OWNED BY.
#include "lint/schema/apply_statements.h"
#include "lint/schema/columns.h"

namespace hoglint::apply {
namespace {

void SetOwner(Context& context, RelationId sequence, const SequenceOptions& options) {
  if (options.owned_by_none) return DisownSequence(context, sequence);
  if (!options.owned_by_table) return;
  const auto table = FindOrAssume(context, *options.owned_by_table, RelationKind::kTable);
  if (!table) return;
  DisownSequence(context, sequence);
  OwnSequence(context, sequence, *table, options.owned_by_column, /*identity=*/false);
}

}  // namespace

void ApplyStatement(Context& context, const CreateSequence& create) {
  const bool temporary = create.persistence == Persistence::kTemporary;
  const QualifiedName name = NewName(context, create.sequence, temporary);
  if (create.if_not_exists && context.catalogue.Find(name) != nullptr) return;
  if (IsTaken(context, name, create.sequence.span)) return;
  const RelationId id =
      AddSequence(context, name, create.persistence, context.OriginAt(create.sequence.span));
  SetOwner(context, id, create.options);
}

void ApplyStatement(Context& context, const AlterSequence& alter) {
  const auto id = FindOrAssume(context, alter.sequence, RelationKind::kSequence, alter.if_exists);
  if (!id || !context.catalogue.Get(*id)->sequence) return;
  SetOwner(context, *id, alter.options);
}

}  // namespace hoglint::apply
