// Constraint nodes -> ConstraintDefinition.
#include "lint/sql/definitions.h"
#include "lint/sql/expressions.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

ConstraintKind KindOfConstraint(ConstrType type) {
  switch (type) {
    case CONSTR_PRIMARY:
      return ConstraintKind::kPrimaryKey;
    case CONSTR_UNIQUE:
      return ConstraintKind::kUnique;
    case CONSTR_FOREIGN:
      return ConstraintKind::kForeignKey;
    case CONSTR_EXCLUSION:
      return ConstraintKind::kExclude;
    case CONSTR_NOTNULL:
      return ConstraintKind::kNotNull;
    default:
      return ConstraintKind::kCheck;
  }
}

ForeignKeyAction ActionOf(char action) {
  switch (action) {
    case FKCONSTR_ACTION_RESTRICT:
      return ForeignKeyAction::kRestrict;
    case FKCONSTR_ACTION_CASCADE:
      return ForeignKeyAction::kCascade;
    case FKCONSTR_ACTION_SETNULL:
      return ForeignKeyAction::kSetNull;
    case FKCONSTR_ACTION_SETDEFAULT:
      return ForeignKeyAction::kSetDefault;
    default:
      return ForeignKeyAction::kNoAction;
  }
}

ForeignKeyTarget TargetOf(const Source& source, const Constraint* constraint) {
  ForeignKeyTarget result;
  result.table = NameOf(source, constraint->pktable);
  result.columns = Texts(constraint->pk_attrs);
  result.on_delete = ActionOf(constraint->fk_del_action);
  result.on_update = ActionOf(constraint->fk_upd_action);
  result.set_columns = Texts(constraint->fk_del_set_cols);
  if (constraint->fk_matchtype == FKCONSTR_MATCH_FULL) result.match = "full";
  return result;
}

// The tokens between the parentheses behind a keyword: CHECK (...), WHERE (...).
TokenRange ParenthesesBehind(const Tokens& tokens, TokenRange range, PgQueryToken keyword) {
  return tokens.Inside(tokens.Find(range, keyword) + 1);
}

// EXCLUDE USING gist (element WITH operator, ...): the nodes are pairs (element, operator).
void FillExclusion(const Source& source, const Constraint* constraint, TokenRange range,
                   ConstraintDefinition& result) {
  const Tokens& tokens = source.tokens();
  result.access_method = constraint->access_method ? constraint->access_method : "btree";
  const std::uint32_t open =
      tokens.Find({tokens.Find(range, PG_QUERY_TOKEN_EXCLUDE), range.end}, PG_QUERY_TOKEN_ASCII_40);
  const std::vector<TokenRange> pieces = tokens.SplitAtCommas(tokens.Inside(open));
  std::size_t index = 0;
  for (auto* pair : Items<List>(constraint->exclusions)) {
    const TokenRange piece = index < pieces.size() ? pieces[index] : TokenRange{};
    IndexElement element = IndexElementOf(source, At<IndexElem>(pair, 0), piece);
    element.exclusion_operator = JoinedName(At<List>(pair, 1));
    result.exclusion.push_back(std::move(element));
    ++index;
  }
  if (constraint->where_clause) {
    result.where = ExpressionOf(source, constraint->where_clause,
                                ParenthesesBehind(tokens, range, PG_QUERY_TOKEN_WHERE));
  }
}

}  // namespace

bool FoldAttribute(const Constraint* attribute, ConstraintDefinition& constraint) {
  switch (attribute->contype) {
    case CONSTR_ATTR_DEFERRABLE:
      constraint.deferrable = true;
      return true;
    case CONSTR_ATTR_NOT_DEFERRABLE:
      constraint.deferrable = false;
      return true;
    case CONSTR_ATTR_DEFERRED:
      constraint.deferrable = true;  // INITIALLY DEFERRED implies it
      constraint.initially_deferred = true;
      return true;
    case CONSTR_ATTR_IMMEDIATE:
      constraint.initially_deferred = false;
      return true;
    case CONSTR_ATTR_ENFORCED:
      return true;
    case CONSTR_ATTR_NOT_ENFORCED:
      constraint.not_enforced = true;
      constraint.not_valid = true;  // as PostgreSQL stores it
      return true;
    default:
      return false;
  }
}

ConstraintDefinition ConstraintOf(const Source& source, const Constraint* constraint,
                                  TokenRange range) {
  const Tokens& tokens = source.tokens();
  ConstraintDefinition result;
  result.span = source.SpanOf(range);
  result.name = Text(constraint->conname);
  if (!result.name.empty() && tokens.Is(range.begin, PG_QUERY_TOKEN_CONSTRAINT)) {
    result.name_span = source.SpanOf({range.begin + 1, range.begin + 2});
  }
  result.kind = KindOfConstraint(constraint->contype);
  result.columns = Texts(constraint->keys);
  result.including = Texts(constraint->including);
  result.using_index = Text(constraint->indexname);
  result.nulls_not_distinct = constraint->nulls_not_distinct;
  result.without_overlaps = constraint->without_overlaps || constraint->fk_with_period;
  result.deferrable = constraint->deferrable;
  result.initially_deferred = constraint->initdeferred;
  result.no_inherit = constraint->is_no_inherit;
  result.not_valid = constraint->skip_validation;
  result.storage = OptionsOf(constraint->options);
  result.tablespace = Text(constraint->indexspace);
  if (constraint->contype == CONSTR_FOREIGN) {
    result.columns = Texts(constraint->fk_attrs);
    result.references = TargetOf(source, constraint);
    result.not_enforced = !constraint->is_enforced;
  } else if (constraint->contype == CONSTR_CHECK) {
    result.check = ExpressionOf(source, constraint->raw_expr,
                                ParenthesesBehind(tokens, range, PG_QUERY_TOKEN_CHECK));
    result.not_enforced = !constraint->is_enforced;
  } else if (constraint->contype == CONSTR_EXCLUSION) {
    FillExclusion(source, constraint, range, result);
  }
  return result;
}

}  // namespace hoglint::sql
