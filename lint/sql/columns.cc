// ColumnDef nodes -> ColumnDefinition. What PostgreSQL's grammar keeps as one list of constraints
// becomes members (NOT NULL, DEFAULT ...) and constraints (PRIMARY KEY, CHECK ...).
#include <algorithm>

#include "lint/sql/definitions.h"
#include "lint/sql/expressions.h"
#include "lint/sql/part_ranges.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// Collects the parts of one column in the order of the text.
class ColumnReader {
 public:
  ColumnReader(const Source& source, const ColumnDef* column, TokenRange range)
      : source_(source),
        column_(column),
        range_(range),
        parts_(source, column->constraints, column->collClause, range.end) {}

  ColumnDefinition Read() {
    ReadHead();
    for (auto* constraint : Items<Constraint>(column_->constraints)) ReadPart(constraint);
    if (IsSerial(result_.type)) result_.not_null = true;
    return std::move(result_);
  }

 private:
  void ReadHead() {
    result_.span = source_.SpanOf(range_);
    result_.name_span = source_.SpanOf({range_.begin, range_.begin + 1});
    result_.name = Text(column_->colname);
    result_.type = TypeOf(source_, column_->typeName);
    result_.collation = CollationOf(column_->collClause);
    result_.storage = Text(column_->storage_name);
    result_.compression = Text(column_->compression);
  }

  void ReadPart(const Constraint* part) {
    const TokenRange range = parts_.Of(part);
    if (!result_.constraints.empty() && last_is_constraint_ &&
        FoldAttribute(part, result_.constraints.back())) {
      result_.constraints.back().span.end = source_.SpanOf(range).end;
      return;
    }
    last_is_constraint_ = false;
    switch (part->contype) {
      case CONSTR_NULL:
        result_.null_written = true;
        break;
      case CONSTR_NOTNULL:
        ReadNotNull(part, range);
        break;
      case CONSTR_DEFAULT:
        result_.default_value =
            ExpressionOf(source_, part->raw_expr, Behind(range, PG_QUERY_TOKEN_DEFAULT));
        break;
      case CONSTR_IDENTITY:
        result_.identity = IdentityOf(part);
        result_.identity_options = SequenceOptionsOf(source_, part->options);
        result_.not_null = true;
        break;
      case CONSTR_GENERATED:
        ReadGenerated(part, range);
        break;
      case CONSTR_PRIMARY:
      case CONSTR_UNIQUE:
      case CONSTR_CHECK:
      case CONSTR_FOREIGN:
        AddConstraint(part, range);
        break;
      default:
        break;
    }
  }

  [[nodiscard]] TokenRange Behind(TokenRange range, PgQueryToken keyword) const {
    return {source_.tokens().Find(range, keyword) + 1, range.end};
  }

  static Identity IdentityOf(const Constraint* part) {
    return part->generated_when == 'a' ? Identity::kAlways : Identity::kByDefault;
  }

  void ReadNotNull(const Constraint* part, TokenRange range) {
    result_.not_null = true;
    const std::uint32_t token = source_.tokens().Find(range, PG_QUERY_TOKEN_NOT);
    result_.not_null_span = source_.SpanOf({token, std::min(token + 2, range.end)});
    if (part->conname) AddConstraint(part, range);
  }

  void ReadGenerated(const Constraint* part, TokenRange range) {
    result_.generated = part->generated_kind == 's' ? Generated::kStored : Generated::kVirtual;
    const TokenRange behind = Behind(range, PG_QUERY_TOKEN_AS);
    result_.generated_expression =
        ExpressionOf(source_, part->raw_expr, source_.tokens().Inside(behind.begin));
  }

  void AddConstraint(const Constraint* part, TokenRange range) {
    ConstraintDefinition constraint = ConstraintOf(source_, part, range);
    constraint.columns = {result_.name};
    if (constraint.kind == ConstraintKind::kPrimaryKey) result_.not_null = true;
    result_.constraints.push_back(std::move(constraint));
    last_is_constraint_ = true;
  }

  const Source& source_;
  const ColumnDef* column_;
  TokenRange range_;
  PartRanges parts_;
  ColumnDefinition result_;
  bool last_is_constraint_ = false;
};

}  // namespace

ColumnDefinition ColumnOf(const Source& source, const ColumnDef* column, TokenRange range) {
  return ColumnReader(source, column, range).Read();
}

}  // namespace hoglint::sql
