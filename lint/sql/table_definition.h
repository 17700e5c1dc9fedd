// The parts of CREATE TABLE and ALTER TABLE: columns, constraints, index elements, partitions.
#ifndef HOGLINT_LINT_SQL_TABLE_DEFINITION_H_
#define HOGLINT_LINT_SQL_TABLE_DEFINITION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/boxed.h"
#include "lint/sql/expression.h"
#include "lint/sql/names.h"

namespace hoglint {

// The kinds of pg_constraint.contype that the grammar has; NOT NULL is one since PostgreSQL 18.
enum class ConstraintKind : std::uint8_t {
  kPrimaryKey,
  kUnique,
  kForeignKey,
  kCheck,
  kExclude,
  kNotNull
};

enum class ForeignKeyAction : std::uint8_t {
  kNoAction,
  kRestrict,
  kCascade,
  kSetNull,
  kSetDefault
};

// REFERENCES: the other side of a foreign key.
struct ForeignKeyTarget {
  ObjectName table;
  std::vector<std::string> columns;  // empty: the primary key
  ForeignKeyAction on_delete = ForeignKeyAction::kNoAction;
  ForeignKeyAction on_update = ForeignKeyAction::kNoAction;
  std::vector<std::string> set_columns;  // ON DELETE SET NULL (columns); empty: all of the key
  std::string match = "simple";          // simple, full
};

// WITH (fillfactor = 70): a storage parameter, its value as text.
struct StorageOption {
  std::string name;  // "namespace.name" for toast.*
  std::string value;
};

// One column or expression of an index or exclusion constraint.
struct IndexElement {
  std::string column;            // empty when it is an expression
  Boxed<Expression> expression;  // set when `column` is empty
  std::string collation;         // empty: the column's own
  std::string operator_class;    // empty: the type's default
  bool descending = false;
  std::optional<bool> nulls_first;  // absent: the default of the direction
  std::string exclusion_operator;   // EXCLUDE only
};

struct ConstraintDefinition {
  Span span;
  Span name_span;    // empty when unnamed
  std::string name;  // empty: PostgreSQL chooses one
  ConstraintKind kind{};
  std::vector<std::string> columns;    // keys; for a column constraint, that column
  std::vector<std::string> including;  // INCLUDE (...)
  Boxed<Expression> check;
  Boxed<ForeignKeyTarget> references;
  std::vector<IndexElement> exclusion;  // EXCLUDE elements
  std::string access_method;            // EXCLUDE USING
  Boxed<Expression> where;              // EXCLUDE ... WHERE
  std::string using_index;              // ADD ... USING INDEX name
  bool nulls_not_distinct = false;
  bool without_overlaps = false;  // PRIMARY KEY/UNIQUE ... WITHOUT OVERLAPS, FOREIGN KEY PERIOD
  bool not_valid = false;
  bool not_enforced = false;
  bool deferrable = false;
  bool initially_deferred = false;
  bool no_inherit = false;
  std::vector<StorageOption> storage;
  std::string tablespace;
};

enum class Identity : std::uint8_t { kNone, kAlways, kByDefault };
enum class Generated : std::uint8_t { kNone, kStored, kVirtual };

struct SequenceOptions {
  std::optional<ObjectName> owned_by_table;  // OWNED BY t.c
  std::string owned_by_column;
  bool owned_by_none = false;
  Boxed<TypeName> type;
  std::optional<ObjectName> sequence_name;  // identity columns: (SEQUENCE NAME s ...)
  bool restart = false;
};

struct ColumnDefinition {
  Span span;
  Span name_span;
  std::string name;
  TypeName type;
  std::string collation;
  bool not_null = false;  // NOT NULL, PRIMARY KEY, serial or identity written on the column
  bool null_written = false;
  Span not_null_span;
  Boxed<Expression> default_value;
  Identity identity = Identity::kNone;
  Boxed<SequenceOptions> identity_options;
  Generated generated = Generated::kNone;
  Boxed<Expression> generated_expression;
  std::vector<ConstraintDefinition>
      constraints;  // PRIMARY KEY, UNIQUE, CHECK, REFERENCES, named NOT NULL
  std::string storage;
  std::string compression;
};

// CREATE TABLE (LIKE t INCLUDING ...).
struct LikeClause {
  ObjectName source;
  bool comments = false, compression = false, constraints = false, defaults = false,
       generated = false, identity = false, indexes = false, statistics = false, storage = false;
};

// FOR VALUES ... of a partition.
struct PartitionBound {
  bool is_default = false;
  std::string text;  // source with white space folded: "FOR VALUES FROM (1) TO (2)"; "DEFAULT"
};

// PARTITION BY.
struct PartitionKey {
  std::string strategy;  // range, list, hash
  std::vector<std::string> columns;
  bool has_expression = false;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_TABLE_DEFINITION_H_
