// What the catalogue knows of a relation: tables, views, indexes and sequences, as in pg_class.
#ifndef HOGLINT_LINT_SCHEMA_RELATION_H_
#define HOGLINT_LINT_SCHEMA_RELATION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/boxed.h"
#include "lint/base/span.h"
#include "lint/sql/statement.h"

namespace hoglint {

// Identity of a relation for the length of a fold: stable through RENAME and SET SCHEMA, never
// given twice (a table dropped and created again is another relation). RelationId{} is none.
enum class RelationId : std::uint32_t {};

// The batch (the migrations that one deploy applies together) in which something came into being.
// Numbers grow along the history; kBeforeHistory for what no file created.
enum class BatchId : std::int32_t { kBeforeHistory = -1 };

// Where and when the files created an object; `span` is empty and `batch` kBeforeHistory for an
// assumed one.
struct Origin {
  Span span;
  BatchId batch = BatchId::kBeforeHistory;
};

// pg_class.relkind, by its letter.
enum class RelationKind : char {
  kTable = 'r',
  kPartitionedTable = 'p',
  kView = 'v',
  kMaterializedView = 'm',
  kForeignTable = 'f',
  kIndex = 'i',
  kPartitionedIndex = 'I',
  kSequence = 'S',
  kCompositeType = 'c',
};

// How often an expression has to be computed when it is a column default: volatile ones differ
// from row to row, so that ADD COLUMN writes every row.
enum class Volatility : std::uint8_t {
  kImmutable,
  kStable,
  kVolatile,
  kUnknown,  // calls a function that neither PostgreSQL nor the files define: assumed volatile
};

struct ColumnDefault {
  Expression expression;
  Volatility volatility = Volatility::kImmutable;
  std::vector<RelationId> sequences;  // that it draws from: nextval('t_id_seq')
};

struct Column {
  std::string name;
  TypeName type_name;     // schema filled in by the catalogue's search path where it is a user type
  std::string type;       // as format_type() prints it; empty: unknown (a view's computed column)
  std::string collation;  // empty: the type's default
  bool not_null = false;  // as pg_attribute.attnotnull: also while its constraint is NOT VALID
  bool not_null_validated = true;  // false after NOT NULL ... NOT VALID (PostgreSQL 18)
  std::string not_null_name;       // the constraint's name in PostgreSQL 18
  Boxed<ColumnDefault> default_value;
  Identity identity = Identity::kNone;
  Generated generated = Generated::kNone;
  Boxed<Expression> generated_expression;
  bool inherited = false;  // also defined by a parent
  bool local = true;       // defined by the relation itself, not only by a parent
  Origin origin;
};

struct ForeignKey {
  RelationId table{};
  std::vector<std::string> columns;  // resolved to the primary key's when not written; may be empty
                                     // when the referenced table is assumed
  std::optional<RelationId> index;   // the unique index of `table` that it relies on, if known
  ForeignKeyAction on_delete = ForeignKeyAction::kNoAction;
  ForeignKeyAction on_update = ForeignKeyAction::kNoAction;
  std::vector<std::string> set_columns;  // of the key, that ON DELETE SET sets; empty: all of it
  bool match_full = false;
};

struct Constraint {
  std::string name;
  ConstraintKind kind{};             // never kNotNull: nullability is the column's
  std::vector<std::string> columns;  // keys; for a CHECK, the columns it reads
  std::vector<std::string> including;
  bool validated = true;
  bool enforced = true;
  bool deferrable = false;
  bool initially_deferred = false;
  bool no_inherit = false;
  bool inherited = false;  // also defined by a parent
  bool local = true;       // defined by the relation itself, not only by a parent
  bool without_overlaps = false;
  Boxed<Expression> check;
  Boxed<ForeignKey> references;
  std::optional<RelationId> index;  // of primary key, unique and exclusion constraints
  Origin origin;
};

struct Policy {
  std::string name;
  bool permissive = true;
  std::string command = "all";
  Boxed<Expression> using_expression;
  Boxed<Expression> check_expression;
};

struct Trigger {
  std::string name;
  QualifiedName function;
  Origin origin;
  std::vector<std::string> update_columns;  // UPDATE OF these; empty: of any
  Boxed<Expression> when;                   // names columns as new.c and old.c
};

struct IndexDetails {
  RelationId table{};
  bool unique = false;
  bool valid = true;
  bool primary = false;
  bool nulls_not_distinct = false;
  bool exclusion = false;
  std::string access_method;
  std::vector<IndexElement> elements;
  std::vector<std::string> including;
  // What PostgreSQL called the index's own columns when it was made (`expr`, `lower`, `id1`), those
  // of INCLUDE too: the names of partitions' indexes are made from them.
  std::vector<std::string> column_names;
  Boxed<Expression> where;
  bool of_constraint = false;        // dropped with its constraint
  std::optional<RelationId> parent;  // partitioned index that it is attached to
};

struct SequenceDetails {
  std::optional<RelationId> owner;  // OWNED BY, serial and identity columns
  std::string owner_column;
  bool of_identity = false;
};

// A column that a view names or that a star gave it when it was created.
struct ColumnRead {
  RelationId relation{};
  std::string column;

  auto operator<=>(const ColumnRead&) const = default;
};

struct ViewDetails {
  Query query;
  std::vector<RelationId> reads;
  std::vector<ColumnRead> column_reads;  // follows renames, unlike `query`
  bool security_invoker = false;
};

struct Relation {
  RelationId id{};
  QualifiedName name;
  RelationKind kind = RelationKind::kTable;
  Persistence persistence = Persistence::kPermanent;
  // No file created it: it exists, has rows, and its columns and constraints are known only as far
  // as statements named them. Its absence of anything proves nothing.
  bool assumed = false;
  // There may be columns that `columns` does not list: assumed relations, and views whose query
  // could not be followed to its columns.
  bool columns_unknown = false;
  bool row_security = false;
  bool force_row_security = false;
  // INSERT, COPY, UPDATE source ... may have put rows in since it was created. Always true for an
  // assumed relation, and for every relation whose batch is over.
  bool may_have_rows = false;
  Origin origin;
  std::vector<Column> columns;  // in order, dropped ones removed
  std::vector<Constraint> constraints;
  std::vector<Policy> policies;
  std::vector<Trigger> triggers;
  std::vector<std::string> rules;  // rewrite rules, without a view's own
  std::vector<RelationId> indexes;
  std::vector<RelationId> owned_sequences;  // serial and identity columns, OWNED BY
  std::vector<RelationId> referenced_by;    // tables with a foreign key to this one; may repeat
  std::vector<RelationId> read_by;          // views and materialized views that read it
  std::vector<RelationId> parents;          // inheritance; the partitioned table of a partition
  std::vector<RelationId> children;
  Boxed<PartitionKey> partition_key;      // of a partitioned table
  Boxed<PartitionBound> partition_bound;  // of a partition
  Boxed<IndexDetails> index;              // kind i, I
  Boxed<SequenceDetails> sequence;        // kind S
  Boxed<ViewDetails> view;                // kind v, m
  Boxed<QualifiedName> of_type;
  std::string replica_identity = "default";  // default, full, nothing, index
  std::string access_method;                 // empty: the default

  // By name; null when there is none. On an assumed relation null means "not known".
  [[nodiscard]] const Column* FindColumn(std::string_view column) const;
  [[nodiscard]] const Constraint* FindConstraint(std::string_view constraint) const;
  [[nodiscard]] const Constraint* PrimaryKey() const;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_RELATION_H_
