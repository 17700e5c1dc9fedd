// The one switch over PostgreSQL's statement nodes.
#include "lint/sql/convert.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

StatementBody ConvertDefine(const Source& source, Node* node) {
  const auto* define = Cast<DefineStmt>(node);
  if (define->kind == OBJECT_TYPE) return CreateBaseTypeOf(source, define);
  return OtherOf(source, node);
}

}  // namespace

StatementBody Convert(const Source& source, Node* node) {
  switch (node->type) {
    case T_CreateStmt:
      return CreateTableOf(source, Cast<CreateStmt>(node), false);
    case T_CreateForeignTableStmt:
      return CreateTableOf(source, &Cast<CreateForeignTableStmt>(node)->base, true);
    case T_CreateTableAsStmt:
      return CreateTableAsOf(source, Cast<CreateTableAsStmt>(node));
    case T_ViewStmt:
      return CreateViewOf(source, Cast<ViewStmt>(node));
    case T_IndexStmt:
      return CreateIndexOf(source, Cast<IndexStmt>(node));
    case T_CreateSeqStmt:
      return CreateSequenceOf(source, Cast<CreateSeqStmt>(node));
    case T_AlterSeqStmt:
      return AlterSequenceOf(source, Cast<AlterSeqStmt>(node));
    case T_CreateSchemaStmt:
      return CreateSchemaOf(Cast<CreateSchemaStmt>(node));
    case T_CreateExtensionStmt:
      return CreateExtensionOf(Cast<CreateExtensionStmt>(node));
    case T_AlterExtensionStmt:
      return AlterExtensionOf(Cast<AlterExtensionStmt>(node));
    case T_CreateStatsStmt:
      return CreateStatisticsOf(source, Cast<CreateStatsStmt>(node));
    case T_CreateRoleStmt:
      return CreateRoleOf(Cast<CreateRoleStmt>(node));
    case T_CreateEnumStmt:
      return CreateEnumOf(source, Cast<CreateEnumStmt>(node));
    case T_CompositeTypeStmt:
      return CreateCompositeTypeOf(source, Cast<CompositeTypeStmt>(node));
    case T_CreateRangeStmt:
      return CreateRangeTypeOf(source, Cast<CreateRangeStmt>(node));
    case T_DefineStmt:
      return ConvertDefine(source, node);
    case T_CreateDomainStmt:
      return CreateDomainOf(source, Cast<CreateDomainStmt>(node));
    case T_AlterEnumStmt:
      return AlterEnumOf(source, Cast<AlterEnumStmt>(node));
    case T_AlterDomainStmt:
      return AlterDomainOf(source, Cast<AlterDomainStmt>(node));
    case T_CreateFunctionStmt:
      return CreateFunctionOf(source, Cast<CreateFunctionStmt>(node));
    case T_AlterFunctionStmt:
      return AlterFunctionOf(source, Cast<AlterFunctionStmt>(node));
    case T_CreateTrigStmt:
      return CreateTriggerOf(source, Cast<CreateTrigStmt>(node));
    case T_RuleStmt:
      return CreateRuleOf(source, Cast<RuleStmt>(node));
    case T_CreatePolicyStmt:
      return CreatePolicyOf(source, Cast<CreatePolicyStmt>(node));
    case T_AlterPolicyStmt:
      return AlterPolicyOf(source, Cast<AlterPolicyStmt>(node));
    case T_DoStmt:
      return DoBlockOf(Cast<DoStmt>(node));
    case T_AlterTableStmt:
      return AlterTableOf(source, Cast<AlterTableStmt>(node));
    case T_DropStmt:
      return DropOf(source, Cast<DropStmt>(node));
    case T_DropRoleStmt:
      return DropRoleOf(source, Cast<DropRoleStmt>(node));
    case T_RenameStmt:
      return RenameOf(source, Cast<RenameStmt>(node));
    case T_AlterObjectSchemaStmt:
      return SetSchemaOf(source, Cast<AlterObjectSchemaStmt>(node));
    case T_AlterOwnerStmt:
      return AlterOwnerOf(source, Cast<AlterOwnerStmt>(node));
    case T_DropOwnedStmt:
      return DropOwned{RolesOf(Cast<DropOwnedStmt>(node)->roles), false};
    case T_ReassignOwnedStmt:
      return DropOwned{RolesOf(Cast<ReassignOwnedStmt>(node)->roles), true};
    case T_InsertStmt:
      return InsertOf(source, Cast<InsertStmt>(node));
    case T_UpdateStmt:
      return UpdateOf(source, Cast<UpdateStmt>(node));
    case T_DeleteStmt:
      return DeleteOf(source, Cast<DeleteStmt>(node));
    case T_MergeStmt:
      return MergeOf(source, Cast<MergeStmt>(node));
    case T_SelectStmt:
      return SelectOf(source, Cast<SelectStmt>(node));
    case T_TruncateStmt:
      return TruncateOf(source, Cast<TruncateStmt>(node));
    case T_CopyStmt:
      return CopyOf(source, Cast<CopyStmt>(node));
    case T_LockStmt:
      return LockTableOf(source, Cast<LockStmt>(node));
    case T_RefreshMatViewStmt:
      return RefreshOf(source, Cast<RefreshMatViewStmt>(node));
    case T_ReindexStmt:
      return ReindexOf(source, Cast<ReindexStmt>(node));
    case T_ClusterStmt:
      return ClusterOf(source, Cast<ClusterStmt>(node));
    case T_VacuumStmt:
      return VacuumOf(source, Cast<VacuumStmt>(node));
    case T_TransactionStmt:
      return TransactionOf(Cast<TransactionStmt>(node));
    case T_VariableSetStmt:
      return SetVariableOf(Cast<VariableSetStmt>(node));
    case T_GrantStmt:
      return GrantOf(source, Cast<GrantStmt>(node));
    case T_GrantRoleStmt:
      return GrantRoleOf(Cast<GrantRoleStmt>(node));
    case T_CommentStmt:
      return CommentOf(source, Cast<CommentStmt>(node));
    default:
      return OtherOf(source, node);
  }
}

}  // namespace hoglint::sql
