// Statement nodes -> StatementBody. One function per node, grouped by file as the names say.
#ifndef HOGLINT_LINT_SQL_CONVERT_H_
#define HOGLINT_LINT_SQL_CONVERT_H_

#include <string>
#include <vector>

#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"
#include "lint/sql/statement.h"

namespace hoglint::sql {

// Any statement; what is not modelled becomes an OtherStatement with its command tag.
[[nodiscard]] StatementBody Convert(const Source& source, Node* node);
// The command tag of a statement that has no struct of its own: "CREATE PUBLICATION".
[[nodiscard]] std::string CommandTagOf(Node* node);
// The statement as an OtherStatement, with the relations that it names.
[[nodiscard]] OtherStatement OtherOf(const Source& source, Node* node);

// create_table.cc
[[nodiscard]] CreateTable CreateTableOf(const Source& source, const CreateStmt* node, bool foreign);
[[nodiscard]] CreateTableAs CreateTableAsOf(const Source& source, const CreateTableAsStmt* node);
[[nodiscard]] CreateTableAs SelectIntoOf(const Source& source, SelectStmt* node,
                                         const IntoClause* into);
// create_objects.cc
[[nodiscard]] CreateView CreateViewOf(const Source& source, const ViewStmt* node);
[[nodiscard]] CreateIndex CreateIndexOf(const Source& source, const IndexStmt* node);
[[nodiscard]] CreateSequence CreateSequenceOf(const Source& source, const CreateSeqStmt* node);
[[nodiscard]] AlterSequence AlterSequenceOf(const Source& source, const AlterSeqStmt* node);
[[nodiscard]] CreateSchema CreateSchemaOf(const CreateSchemaStmt* node);
[[nodiscard]] CreateExtension CreateExtensionOf(const CreateExtensionStmt* node);
[[nodiscard]] CreateStatistics CreateStatisticsOf(const Source& source,
                                                  const CreateStatsStmt* node);
[[nodiscard]] CreateRole CreateRoleOf(const CreateRoleStmt* node);
// create_types.cc
[[nodiscard]] CreateEnum CreateEnumOf(const Source& source, const CreateEnumStmt* node);
[[nodiscard]] CreateCompositeType CreateCompositeTypeOf(const Source& source,
                                                        const CompositeTypeStmt* node);
[[nodiscard]] CreateOtherType CreateRangeTypeOf(const Source& source, const CreateRangeStmt* node);
[[nodiscard]] CreateOtherType CreateBaseTypeOf(const Source& source, const DefineStmt* node);
[[nodiscard]] CreateDomain CreateDomainOf(const Source& source, const CreateDomainStmt* node);
[[nodiscard]] AlterEnum AlterEnumOf(const Source& source, const AlterEnumStmt* node);
[[nodiscard]] AlterDomain AlterDomainOf(const Source& source, const AlterDomainStmt* node);
// create_routines.cc
[[nodiscard]] CreateFunction CreateFunctionOf(const Source& source, const CreateFunctionStmt* node);
[[nodiscard]] CreateTrigger CreateTriggerOf(const Source& source, const CreateTrigStmt* node);
[[nodiscard]] CreateRule CreateRuleOf(const Source& source, const RuleStmt* node);
[[nodiscard]] CreatePolicy CreatePolicyOf(const Source& source, const CreatePolicyStmt* node);
[[nodiscard]] AlterPolicy AlterPolicyOf(const Source& source, const AlterPolicyStmt* node);
[[nodiscard]] DoBlock DoBlockOf(const DoStmt* node);
// The string constant of DO or AS and where it stands: empty range if it is not found.
struct RoutineBody {
  std::string text;
  TextRange range;        // between the quotes, in the source's text
  bool verbatim = false;  // the text stands there byte for byte
};
[[nodiscard]] RoutineBody RoutineBodyOf(const Source& source, std::string text, int location);
[[nodiscard]] RoutineBody DoBodyOf(const Source& source, const DoStmt* node);
// alter_table.cc
[[nodiscard]] AlterTable AlterTableOf(const Source& source, const AlterTableStmt* node);
// drop_rename.cc
[[nodiscard]] Drop DropOf(const Source& source, const DropStmt* node);
[[nodiscard]] Drop DropRoleOf(const Source& source, const DropRoleStmt* node);
[[nodiscard]] StatementBody RenameOf(const Source& source, const RenameStmt* node);
[[nodiscard]] SetSchema SetSchemaOf(const Source& source, const AlterObjectSchemaStmt* node);
[[nodiscard]] AlterOwner AlterOwnerOf(const Source& source, const AlterOwnerStmt* node);
[[nodiscard]] AlterFunction AlterFunctionOf(const Source& source, const AlterFunctionStmt* node);
// dml.cc
[[nodiscard]] Insert InsertOf(const Source& source, InsertStmt* node);
[[nodiscard]] Update UpdateOf(const Source& source, UpdateStmt* node);
[[nodiscard]] Delete DeleteOf(const Source& source, DeleteStmt* node);
[[nodiscard]] Merge MergeOf(const Source& source, MergeStmt* node);
[[nodiscard]] StatementBody SelectOf(const Source& source, SelectStmt* node);
// maintenance.cc
[[nodiscard]] Truncate TruncateOf(const Source& source, const TruncateStmt* node);
[[nodiscard]] Copy CopyOf(const Source& source, const CopyStmt* node);
[[nodiscard]] LockTable LockTableOf(const Source& source, const LockStmt* node);
[[nodiscard]] RefreshMaterializedView RefreshOf(const Source& source,
                                                const RefreshMatViewStmt* node);
[[nodiscard]] Reindex ReindexOf(const Source& source, const ReindexStmt* node);
[[nodiscard]] Cluster ClusterOf(const Source& source, const ClusterStmt* node);
[[nodiscard]] Vacuum VacuumOf(const Source& source, const VacuumStmt* node);
// session.cc
[[nodiscard]] TransactionControl TransactionOf(const TransactionStmt* node);
[[nodiscard]] SetVariable SetVariableOf(const VariableSetStmt* node);
[[nodiscard]] Grant GrantOf(const Source& source, const GrantStmt* node);
[[nodiscard]] Grant GrantRoleOf(const GrantRoleStmt* node);
[[nodiscard]] Comment CommentOf(const Source& source, const CommentStmt* node);
[[nodiscard]] AlterExtension AlterExtensionOf(const AlterExtensionStmt* node);

// The value of a Boolean option (concurrently, full): absent = false, present without value = true.
[[nodiscard]] bool HasOption(const List* options, const char* name);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_CONVERT_H_
