// CREATE TYPE and DOMAIN, ALTER TYPE ... VALUE and ALTER DOMAIN.
#include <algorithm>

#include "lint/sql/convert.h"
#include "lint/sql/definitions.h"
#include "lint/sql/expressions.h"
#include "lint/sql/part_ranges.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// CREATE TYPE name, ALTER TYPE name, CREATE DOMAIN name: the third token.
std::uint32_t NameToken(const Source& source) { return source.statement().begin + 2; }

AlterDomainKind KindOfAlterDomain(char subtype) {
  switch (subtype) {
    case 'N':
      return AlterDomainKind::kDropNotNull;
    case 'O':
      return AlterDomainKind::kSetNotNull;
    case 'C':
      return AlterDomainKind::kAddConstraint;
    case 'X':
      return AlterDomainKind::kDropConstraint;
    case 'V':
      return AlterDomainKind::kValidateConstraint;
    default:
      return AlterDomainKind::kDefault;
  }
}

}  // namespace

CreateEnum CreateEnumOf(const Source& source, const CreateEnumStmt* node) {
  return {.type = NameOf(source, node->typeName, NameToken(source)), .values = Texts(node->vals)};
}

CreateCompositeType CreateCompositeTypeOf(const Source& source, const CompositeTypeStmt* node) {
  CreateCompositeType result;
  result.type = NameOf(source, node->typevar);
  const Tokens& tokens = source.tokens();
  const std::uint32_t open = tokens.Find(source.statement(), PG_QUERY_TOKEN_ASCII_40);
  const std::vector<TokenRange> pieces = tokens.SplitAtCommas(tokens.Inside(open));
  for (auto* column : Items<ColumnDef>(node->coldeflist)) {
    const std::size_t index = result.columns.size();
    const TokenRange piece = index < pieces.size() ? pieces[index] : source.statement();
    result.columns.push_back(ColumnOf(source, column, piece));
  }
  return result;
}

CreateOtherType CreateRangeTypeOf(const Source& source, const CreateRangeStmt* node) {
  return {.type = NameOf(source, node->typeName, NameToken(source)), .range = true};
}

CreateOtherType CreateBaseTypeOf(const Source& source, const DefineStmt* node) {
  return {.type = NameOf(source, node->defnames, NameToken(source)), .range = false};
}

CreateDomain CreateDomainOf(const Source& source, const CreateDomainStmt* node) {
  CreateDomain result;
  result.domain = NameOf(source, node->domainname, NameToken(source));
  result.base = TypeOf(source, node->typeName);
  result.collation = CollationOf(node->collClause);
  const PartRanges parts(source, node->constraints, node->collClause, source.statement().end);
  for (auto* part : Items<Constraint>(node->constraints)) {
    const TokenRange range = parts.Of(part);
    if (part->contype == CONSTR_DEFAULT) {
      const std::uint32_t word = source.tokens().Find(range, PG_QUERY_TOKEN_DEFAULT);
      result.default_value = ExpressionOf(source, part->raw_expr, {word + 1, range.end});
    } else if (part->contype == CONSTR_NOTNULL) {
      result.not_null = true;
    } else if (part->contype == CONSTR_CHECK) {
      result.constraints.push_back(ConstraintOf(source, part, range));
    }
  }
  return result;
}

AlterEnum AlterEnumOf(const Source& source, const AlterEnumStmt* node) {
  const Tokens& tokens = source.tokens();
  AlterEnum result;
  result.type = NameOf(source, node->typeName, NameToken(source));
  if (node->oldVal) {
    result.value = Text(node->oldVal);
    result.rename_to = Text(node->newVal);
  } else {
    result.value = Text(node->newVal);
    result.neighbour = Text(node->newValNeighbor);
    result.before = node->newValNeighbor && !node->newValIsAfter;
    result.if_not_exists = node->skipIfNewValExists;
  }
  const std::uint32_t value =
      tokens.FindAnyOf(source.statement(), {PG_QUERY_TOKEN_SCONST, PG_QUERY_TOKEN_USCONST});
  result.value_span = source.SpanOf({value, std::min(value + 1, source.statement().end)});
  return result;
}

AlterDomain AlterDomainOf(const Source& source, const AlterDomainStmt* node) {
  const Tokens& tokens = source.tokens();
  AlterDomain result;
  result.domain = NameOf(source, node->typeName, NameToken(source));
  result.kind = KindOfAlterDomain(node->subtype);
  result.constraint_name = Text(node->name);
  const std::uint32_t end = source.statement().end;
  const std::uint32_t behind = tokens.EndOfName(NameToken(source));
  if (Is(node->def, T_Constraint)) {
    // ADD [CONSTRAINT name] ...
    const auto* constraint = Cast<Constraint>(node->def);
    result.constraint = ConstraintOf(source, constraint, {behind + 1, end});
    result.constraint_name = result.constraint->name;
  } else if (node->def) {
    // SET DEFAULT expression
    result.default_value = ExpressionOf(source, node->def, {behind + 2, end});
  }
  return result;
}

}  // namespace hoglint::sql
