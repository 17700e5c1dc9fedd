// Transactions, SET, GRANT, COMMENT, ALTER EXTENSION.
#include <algorithm>

#include "lint/base/ascii.h"
#include "lint/sql/convert.h"
#include "lint/sql/definitions.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

TransactionKind KindOfTransaction(TransactionStmtKind kind) {
  switch (kind) {
    case TRANS_STMT_BEGIN:
    case TRANS_STMT_START:
      return TransactionKind::kBegin;
    case TRANS_STMT_COMMIT:
      return TransactionKind::kCommit;
    case TRANS_STMT_ROLLBACK:
      return TransactionKind::kRollback;
    case TRANS_STMT_SAVEPOINT:
      return TransactionKind::kSavepoint;
    case TRANS_STMT_RELEASE:
      return TransactionKind::kReleaseSavepoint;
    case TRANS_STMT_ROLLBACK_TO:
      return TransactionKind::kRollbackToSavepoint;
    case TRANS_STMT_PREPARE:
      return TransactionKind::kPrepare;
    default:
      return TransactionKind::kOther;
  }
}

std::string ConstantText(const A_Const* constant) {
  if (constant->isnull) return {};
  switch (constant->val.node.type) {
    case T_Integer:
      return std::to_string(constant->val.ival.ival);
    case T_Float:
      return Text(constant->val.fval.fval);
    case T_Boolean:
      return constant->val.boolval.boolval ? "true" : "false";
    case T_String:
      return Text(constant->val.sval.sval);
    default:
      return {};
  }
}

std::string SettingText(Node* value) {
  if (Is(value, T_A_Const)) return ConstantText(Cast<A_Const>(value));
  if (Is(value, T_TypeCast)) return SettingText(Cast<TypeCast>(value)->arg);
  if (!Is(value, T_DefElem)) return {};
  // SET TRANSACTION ISOLATION LEVEL ..., READ ONLY
  const auto* option = Cast<DefElem>(value);
  return Text(option->defname) + '=' + SettingText(option->arg);
}

// GRANT ... ON <words> names TO: where the names begin; they follow ON directly for tables.
std::uint32_t FirstGranted(const Source& source, const GrantStmt* node) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t on = tokens.Find(source.statement(), PG_QUERY_TOKEN_ON);
  return on + 1 + WordCountOf(node->objtype);
}

ObjectReference GrantedObject(const Source& source, const GrantStmt* node, Node* object,
                              std::uint32_t token) {
  ObjectReference result = ReferenceOf(source, node->objtype, object, token);
  if (Is(object, T_List)) result.name = NameOf(source, Cast<List>(object), token);
  return result;
}

}  // namespace

TransactionControl TransactionOf(const TransactionStmt* node) {
  return {.kind = KindOfTransaction(node->kind),
          .savepoint = Text(node->savepoint_name),
          .chain = node->chain};
}

SetVariable SetVariableOf(const VariableSetStmt* node) {
  SetVariable result;
  result.name = ToLowerAscii(Text(node->name));
  for (auto* value : Items<Node>(node->args)) result.values.push_back(SettingText(value));
  result.local = node->is_local;
  return result;
}

Grant GrantOf(const Source& source, const GrantStmt* node) {
  const Tokens& tokens = source.tokens();
  Grant result;
  result.revoke = !node->is_grant;
  result.kind = KindOf(node->objtype);
  result.all_in_schema = node->targtype == ACL_TARGET_ALL_IN_SCHEMA;
  if (result.all_in_schema) result.kind = ObjectKind::kSchema;
  const std::vector<TokenRange> pieces =
      tokens.SplitAtCommas({FirstGranted(source, node), source.statement().end});
  for (auto* object : Items<Node>(node->objects)) {
    const std::size_t index = result.objects.size();
    const std::uint32_t token = index < pieces.size() && !result.all_in_schema
                                    ? pieces[index].begin
                                    : source.statement().end;
    result.objects.push_back(GrantedObject(source, node, object, token));
  }
  for (auto* privilege : Items<AccessPriv>(node->privileges)) {
    result.privileges.push_back(Text(privilege->priv_name));
  }
  result.grantees = RolesOf(node->grantees);
  return result;
}

Grant GrantRoleOf(const GrantRoleStmt* node) {
  Grant result;
  result.revoke = !node->is_grant;
  result.kind = ObjectKind::kRole;
  result.role_membership = true;
  for (auto* role : Items<AccessPriv>(node->granted_roles)) {
    ObjectReference reference;
    reference.name.name = Text(role->priv_name);
    result.objects.push_back(std::move(reference));
  }
  result.grantees = RolesOf(node->grantee_roles);
  return result;
}

Comment CommentOf(const Source& source, const CommentStmt* node) {
  // COMMENT ON <words> name IS
  const std::uint32_t name = source.statement().begin + 2 + WordCountOf(node->objtype);
  return {.kind = KindOf(node->objtype),
          .object = ReferenceOf(source, node->objtype, node->object, name)};
}

AlterExtension AlterExtensionOf(const AlterExtensionStmt* node) {
  return {.name = Text(node->extname), .update = true};
}

}  // namespace hoglint::sql
