// Statement: everything the rest of hoglint knows about a piece of SQL. A closed variant; nothing
// of PostgreSQL's parse nodes leaves lint/sql.
#ifndef HOGLINT_LINT_SQL_STATEMENT_H_
#define HOGLINT_LINT_SQL_STATEMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lint/base/boxed.h"
#include "lint/sql/alter_table.h"
#include "lint/sql/create_statements.h"
#include "lint/sql/expression.h"
#include "lint/sql/names.h"

namespace hoglint {

// Kinds of objects that DROP, RENAME, SET SCHEMA, COMMENT and GRANT name.
enum class ObjectKind : std::uint8_t {
  kTable,
  kView,
  kMaterializedView,
  kForeignTable,
  kIndex,
  kSequence,
  kColumn,      // rename only: of a table, view or materialized view; `parent` is the relation
  kAttribute,   // of a composite type
  kConstraint,  // of a table (`parent`)
  kDomainConstraint,
  kEnumValue,  // of an enum type (`parent`)
  kType,
  kDomain,
  kSchema,
  kDatabase,
  kExtension,
  kFunction,
  kProcedure,
  kRoutine,
  kAggregate,
  kOperator,
  kTrigger,  // of a table (`parent`)
  kRule,     // of a table (`parent`)
  kPolicy,   // of a table (`parent`)
  kRole,
  kStatistics,
  kPublication,
  kSubscription,
  kOther,
};

// One object that a statement names.
struct ObjectReference {
  ObjectName name;  // for kColumn, kTrigger ... : the part's own name, no schema
  std::optional<ObjectName> parent;
  // Input argument types of a function; absent when the statement gives no argument list.
  std::optional<std::vector<TypeName>> arguments;
};

struct Drop {
  ObjectKind kind{};
  std::vector<ObjectReference> objects;
  bool cascade = false;
  bool if_exists = false;
  bool concurrently = false;
};

// DROP OWNED BY, REASSIGN OWNED BY.
struct DropOwned {
  std::vector<std::string> roles;
  bool reassign = false;
};

struct Rename {
  ObjectKind kind{};
  ObjectReference object;
  // The relation kind a column belongs to or the statement writes (ALTER VIEW v RENAME COLUMN).
  AlteredObject relation_kind = AlteredObject::kTable;
  std::string new_name;
  Span new_name_span;
  bool if_exists = false;
  bool only = false;
};

struct SetSchema {
  ObjectKind kind{};
  ObjectReference object;
  std::string new_schema;
  bool if_exists = false;
};

// ALTER ... OWNER TO of anything that is not a relation.
struct AlterOwner {
  ObjectKind kind{};
  ObjectReference object;
};

struct AlterEnum {
  ObjectName type;
  std::string value;  // the new value, or the old name of a renamed one
  Span value_span;
  std::string rename_to;  // set: RENAME VALUE
  std::string neighbour;  // BEFORE/AFTER value; empty: at the end
  bool before = false;
  bool if_not_exists = false;
};

enum class AlterDomainKind : std::uint8_t {
  kDefault,
  kDropNotNull,
  kSetNotNull,
  kAddConstraint,
  kDropConstraint,
  kValidateConstraint
};

struct AlterDomain {
  ObjectName domain;
  AlterDomainKind kind{};
  std::string constraint_name;
  Boxed<ConstraintDefinition> constraint;
  Boxed<Expression> default_value;
};

// ALTER FUNCTION/PROCEDURE: attributes only.
struct AlterFunction {
  ObjectReference function;
};

struct AlterExtension {
  std::string name;
  bool update = false;
};

struct Truncate {
  std::vector<ObjectName> tables;
  bool cascade = false;
  bool restart_identity = false;
};

// OVERRIDING SYSTEM VALUE, OVERRIDING USER VALUE.
enum class Overriding : std::uint8_t { kNone, kSystemValue, kUserValue };

// ON CONFLICT of an INSERT, and the unique index or constraint that it names, if any.
struct OnConflict {
  std::vector<std::string> columns;  // plain ones of the list
  bool has_expressions = false;      // the list has an expression, a collation or an operator class
  std::string constraint;            // ON CONSTRAINT name
  Boxed<Expression> where;           // behind the list: for partial indexes
  std::vector<std::string> updated;  // columns that DO UPDATE SET assigns; empty: DO NOTHING
};

struct Insert {
  ObjectName table;
  std::vector<std::string> columns;
  Boxed<Query> source;           // absent: DEFAULT VALUES
  bool from_query = false;       // the source is a SELECT, not VALUES
  std::uint32_t value_rows = 0;  // rows of a VALUES list
  Overriding overriding = Overriding::kNone;
  Boxed<OnConflict> on_conflict;
  std::vector<ObjectName> writes;  // targets of data-modifying CTEs
};

// `where` absent: every row. `bounded`: the rows are limited by LIMIT in a nested query.
struct Update {
  ObjectName table;
  std::string alias;
  std::vector<std::string> columns;  // assigned, in order
  std::vector<Expression> values;    // parallel to `columns` where they are plain assignments
  Boxed<Expression> where;
  bool has_from = false;
  bool bounded = false;
  std::vector<ObjectName> reads;
  std::vector<ObjectName> writes;  // targets of data-modifying CTEs, not `table`
};

struct Delete {
  ObjectName table;
  Boxed<Expression> where;
  bool has_using = false;
  bool bounded = false;
  std::vector<ObjectName> reads;
  std::vector<ObjectName> writes;
};

struct Merge {
  ObjectName table;
  std::vector<ObjectName> reads;
};

struct Select {
  Query query;
  // PL/pgSQL only: no statement of its own, but a condition or an assigned value with a query in
  // it, as in IF NOT EXISTS (SELECT ...). Its span is that of the expression.
  bool in_expression = false;
};

struct Copy {
  std::optional<ObjectName> table;  // absent: COPY (query) TO
  Boxed<Query> query;
  bool from = false;
};

struct LockTable {
  std::vector<ObjectName> tables;
  int mode = 8;  // 1 ACCESS SHARE ... 8 ACCESS EXCLUSIVE, as in pg_locks' order
  bool nowait = false;
};

struct RefreshMaterializedView {
  ObjectName view;
  bool concurrently = false;
  bool with_no_data = false;
};

enum class ReindexKind : std::uint8_t { kIndex, kTable, kSchema, kSystem, kDatabase };

struct Reindex {
  ReindexKind kind{};
  std::optional<ObjectName> relation;  // kIndex, kTable
  std::string name;                    // schema or database
  bool concurrently = false;
};

struct Cluster {
  std::optional<ObjectName> table;  // absent: every clustered table
  std::string index;
};

struct Vacuum {
  std::vector<ObjectName> tables;  // empty: the whole database
  bool full = false;
  bool analyze_only = false;  // ANALYZE
};

enum class TransactionKind : std::uint8_t {
  kBegin,
  kCommit,
  kRollback,
  kSavepoint,
  kReleaseSavepoint,
  kRollbackToSavepoint,
  kPrepare,
  kOther
};

struct TransactionControl {
  TransactionKind kind{};
  std::string savepoint;
  bool chain = false;
};

// SET, SET LOCAL, RESET (no values).
struct SetVariable {
  std::string name;                 // lower case; empty: RESET ALL
  std::vector<std::string> values;  // empty: RESET or SET ... TO DEFAULT
  bool local = false;
};

// GRANT and REVOKE.
struct Grant {
  bool revoke = false;
  ObjectKind kind{};
  std::vector<ObjectReference> objects;
  std::vector<std::string> privileges;  // empty: ALL
  std::vector<std::string> grantees;    // "public" for PUBLIC
  bool all_in_schema = false;
  bool role_membership = false;  // GRANT role TO role
};

struct Comment {
  ObjectKind kind{};
  ObjectReference object;
};

// DO. The static SQL of a PL/pgSQL body follows it in the statement list, see `Nesting`.
struct DoBlock {
  std::string language;  // lower case, plpgsql when not written
  bool body_parsed = false;
};

// EXECUTE of a computed string in a DO block: nothing is known of it.
// Also SQL inside of a body that PostgreSQL's grammar refuses.
struct DynamicSql {
  std::string expression;  // the source, white space folded
};

// A statement that PostgreSQL parses and that touches no table definition that hoglint follows,
// or that is not modelled. `command` is the command tag: "CREATE PUBLICATION", "ALTER SYSTEM".
struct OtherStatement {
  std::string command;
  std::vector<ObjectName> objects;  // relations that the statement names, as far as known
};

using StatementBody =
    std::variant<OtherStatement, CreateTable, CreateTableAs, CreateView, CreateIndex,
                 CreateSequence, AlterSequence, CreateEnum, CreateCompositeType, CreateOtherType,
                 CreateDomain, CreateFunction, CreateTrigger, CreateRule, CreatePolicy, AlterPolicy,
                 CreateSchema, CreateExtension, CreateStatistics, CreateRole, AlterTable, AlterEnum,
                 AlterDomain, AlterFunction, AlterExtension, AlterOwner, Rename, SetSchema, Drop,
                 DropOwned, Truncate, Insert, Update, Delete, Merge, Select, Copy, LockTable,
                 RefreshMaterializedView, Reindex, Cluster, Vacuum, TransactionControl, SetVariable,
                 Grant, Comment, DoBlock, DynamicSql>;

// Where a statement stands inside a DO block. All empty at the top level.
struct Nesting {
  bool in_do_block = false;
  bool conditional = false;  // under IF, CASE, LOOP or in an exception handler
  // Conditions caught around it, as PL/pgSQL names them: "duplicate_object", "others". A SQLSTATE
  // comes as its name where it has a common one, else as the code. What a block catches
  // does not cover its own handlers.
  std::vector<std::string> handled_errors;
};

struct Statement {
  Span span;  // from its first to its last token: no leading comment, no semicolon
  StatementBody body;
  std::uint32_t chunk = 0;  // index of the chunk (between breakpoints) in its file
  Nesting nesting;
};

// The statement as a T, or null: `if (const auto* drop = As<Drop>(statement))`.
template <typename T>
[[nodiscard]] const T* As(const Statement& statement) {
  return std::get_if<T>(&statement.body);
}

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_STATEMENT_H_
