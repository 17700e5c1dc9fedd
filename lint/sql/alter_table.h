// ALTER TABLE, INDEX, SEQUENCE, VIEW, MATERIALIZED VIEW, FOREIGN TABLE, TYPE: one statement with
// one action per subcommand. (RENAME and SET SCHEMA are statements of their own, as in PostgreSQL.)
#ifndef HOGLINT_LINT_SQL_ALTER_TABLE_H_
#define HOGLINT_LINT_SQL_ALTER_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "lint/base/boxed.h"
#include "lint/sql/names.h"
#include "lint/sql/table_definition.h"

namespace hoglint {

// Named after AlterTableType of PostgreSQL's parse nodes.
enum class AlterTableKind : std::uint8_t {
  kAddColumn,
  kColumnDefault,  // SET DEFAULT (expression set) or DROP DEFAULT (expression absent)
  kDropNotNull,
  kSetNotNull,
  kSetExpression,  // generated column: SET EXPRESSION AS
  kDropExpression,
  kSetStatistics,
  kSetColumnOptions,  // ALTER COLUMN SET/RESET (n_distinct = ...)
  kSetStorage,
  kSetCompression,
  kDropColumn,
  kAddConstraint,
  kAlterConstraint,
  kValidateConstraint,
  kDropConstraint,
  kAlterColumnType,
  kAddIdentity,
  kSetIdentity,
  kDropIdentity,
  kOwner,
  kCluster,  // CLUSTER ON (name set) or SET WITHOUT CLUSTER (name empty)
  kSetLogged,
  kSetUnlogged,
  kSetAccessMethod,
  kSetTablespace,
  kSetStorageOptions,  // SET (fillfactor = ...), on views too
  kResetStorageOptions,
  kTrigger,  // ENABLE/DISABLE TRIGGER: see trigger_mode
  kRule,     // ENABLE/DISABLE RULE
  kAddInherit,
  kDropInherit,
  kAddOfType,
  kDropOfType,
  kReplicaIdentity,
  kEnableRowSecurity,
  kDisableRowSecurity,
  kForceRowSecurity,
  kNoForceRowSecurity,
  kAttachPartition,
  kDetachPartition,
  kDetachPartitionFinalize,
  kOther,  // foreign table options and the like
};

// One subcommand. Which members count follows from `kind`; the others keep their defaults.
struct AlterTableAction {
  AlterTableKind kind{};
  Span span;           // the subcommand, from its first keyword to its last token
  std::string column;  // the column that is altered or dropped
  std::string name;    // constraint, trigger ("ALL" and "USER" included), rule, index, owner ...
  Span name_span;      // of `column` or `name` in the text; empty when it has no place
  bool if_exists = false;      // DROP COLUMN/CONSTRAINT IF EXISTS
  bool if_not_exists = false;  // ADD COLUMN IF NOT EXISTS
  bool cascade = false;
  bool concurrently = false;                  // DETACH PARTITION CONCURRENTLY
  bool enable = false;                        // kTrigger, kRule
  Boxed<ColumnDefinition> column_definition;  // kAddColumn
  Boxed<ConstraintDefinition> constraint;     // kAddConstraint, kAlterConstraint
  Boxed<Expression> expression;               // default, USING, SET EXPRESSION
  Boxed<TypeName> type;                       // kAlterColumnType
  std::string collation;                      // kAlterColumnType ... COLLATE
  Identity identity = Identity::kNone;        // kAddIdentity, kSetIdentity
  Boxed<SequenceOptions> sequence;            // kAddIdentity
  Boxed<ObjectName> relation;                 // partition attached, parent inherited, OF type
  Boxed<PartitionBound> bound;
  std::vector<StorageOption> options;
};

// What kind of object the statement says that it alters.
enum class AlteredObject : std::uint8_t {
  kTable,
  kIndex,
  kSequence,
  kView,
  kMaterializedView,
  kForeignTable,
  kType
};

struct AlterTable {
  ObjectName table;
  AlteredObject object = AlteredObject::kTable;
  bool only = false;
  bool if_exists = false;
  std::vector<AlterTableAction> actions;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_ALTER_TABLE_H_
