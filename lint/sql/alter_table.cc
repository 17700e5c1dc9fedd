// ALTER TABLE and its like: one action per subcommand, which stand between commas.
#include <algorithm>

#include "lint/sql/convert.h"
#include "lint/sql/definitions.h"
#include "lint/sql/expressions.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

AlterTableKind KindOfAction(AlterTableType type) {
  switch (type) {
    case AT_AddColumn:
      return AlterTableKind::kAddColumn;
    case AT_ColumnDefault:
      return AlterTableKind::kColumnDefault;
    case AT_DropNotNull:
      return AlterTableKind::kDropNotNull;
    case AT_SetNotNull:
      return AlterTableKind::kSetNotNull;
    case AT_SetExpression:
      return AlterTableKind::kSetExpression;
    case AT_DropExpression:
      return AlterTableKind::kDropExpression;
    case AT_SetStatistics:
      return AlterTableKind::kSetStatistics;
    case AT_SetOptions:
    case AT_ResetOptions:
      return AlterTableKind::kSetColumnOptions;
    case AT_SetStorage:
      return AlterTableKind::kSetStorage;
    case AT_SetCompression:
      return AlterTableKind::kSetCompression;
    case AT_DropColumn:
      return AlterTableKind::kDropColumn;
    case AT_AddConstraint:
      return AlterTableKind::kAddConstraint;
    case AT_AlterConstraint:
      return AlterTableKind::kAlterConstraint;
    case AT_ValidateConstraint:
      return AlterTableKind::kValidateConstraint;
    case AT_DropConstraint:
      return AlterTableKind::kDropConstraint;
    case AT_AlterColumnType:
      return AlterTableKind::kAlterColumnType;
    case AT_AddIdentity:
      return AlterTableKind::kAddIdentity;
    case AT_SetIdentity:
      return AlterTableKind::kSetIdentity;
    case AT_DropIdentity:
      return AlterTableKind::kDropIdentity;
    case AT_ChangeOwner:
      return AlterTableKind::kOwner;
    case AT_ClusterOn:
    case AT_DropCluster:
      return AlterTableKind::kCluster;
    case AT_SetLogged:
      return AlterTableKind::kSetLogged;
    case AT_SetUnLogged:
      return AlterTableKind::kSetUnlogged;
    case AT_SetAccessMethod:
      return AlterTableKind::kSetAccessMethod;
    case AT_SetTableSpace:
      return AlterTableKind::kSetTablespace;
    case AT_SetRelOptions:
    case AT_ReplaceRelOptions:
      return AlterTableKind::kSetStorageOptions;
    case AT_ResetRelOptions:
      return AlterTableKind::kResetStorageOptions;
    case AT_EnableTrig:
    case AT_EnableAlwaysTrig:
    case AT_EnableReplicaTrig:
    case AT_EnableTrigAll:
    case AT_EnableTrigUser:
    case AT_DisableTrig:
    case AT_DisableTrigAll:
    case AT_DisableTrigUser:
      return AlterTableKind::kTrigger;
    case AT_EnableRule:
    case AT_EnableAlwaysRule:
    case AT_EnableReplicaRule:
    case AT_DisableRule:
      return AlterTableKind::kRule;
    case AT_AddInherit:
      return AlterTableKind::kAddInherit;
    case AT_DropInherit:
      return AlterTableKind::kDropInherit;
    case AT_AddOf:
      return AlterTableKind::kAddOfType;
    case AT_DropOf:
      return AlterTableKind::kDropOfType;
    case AT_ReplicaIdentity:
      return AlterTableKind::kReplicaIdentity;
    case AT_EnableRowSecurity:
      return AlterTableKind::kEnableRowSecurity;
    case AT_DisableRowSecurity:
      return AlterTableKind::kDisableRowSecurity;
    case AT_ForceRowSecurity:
      return AlterTableKind::kForceRowSecurity;
    case AT_NoForceRowSecurity:
      return AlterTableKind::kNoForceRowSecurity;
    case AT_AttachPartition:
      return AlterTableKind::kAttachPartition;
    case AT_DetachPartition:
      return AlterTableKind::kDetachPartition;
    case AT_DetachPartitionFinalize:
      return AlterTableKind::kDetachPartitionFinalize;
    default:
      return AlterTableKind::kOther;
  }
}

bool NamesColumn(AlterTableKind kind) {
  switch (kind) {
    case AlterTableKind::kColumnDefault:
    case AlterTableKind::kDropNotNull:
    case AlterTableKind::kSetNotNull:
    case AlterTableKind::kSetExpression:
    case AlterTableKind::kDropExpression:
    case AlterTableKind::kSetStatistics:
    case AlterTableKind::kSetColumnOptions:
    case AlterTableKind::kSetStorage:
    case AlterTableKind::kSetCompression:
    case AlterTableKind::kDropColumn:
    case AlterTableKind::kAlterColumnType:
    case AlterTableKind::kAddIdentity:
    case AlterTableKind::kSetIdentity:
    case AlterTableKind::kDropIdentity:
      return true;
    default:
      return false;
  }
}

bool Enables(AlterTableType type) {
  switch (type) {
    case AT_DisableTrig:
    case AT_DisableTrigAll:
    case AT_DisableTrigUser:
    case AT_DisableRule:
      return false;
    default:
      return true;
  }
}

// Index behind the words of an action that stand in front of the name it is about:
// ADD COLUMN IF NOT EXISTS, DROP CONSTRAINT IF EXISTS, ALTER COLUMN, VALIDATE CONSTRAINT ...
std::uint32_t BehindVerb(const Tokens& tokens, TokenRange range) {
  std::uint32_t i = range.begin + 1;
  if (tokens.IsAnyOf(i, {PG_QUERY_TOKEN_COLUMN, PG_QUERY_TOKEN_CONSTRAINT}) ||
      (tokens.Is(i, PG_QUERY_TOKEN_ATTRIBUTE) && i + 1 < range.end)) {
    ++i;
  }
  return BehindIfExists(tokens, i);
}

// Reads one subcommand; `range` are its tokens.
class ActionReader {
 public:
  ActionReader(const Source& source, const AlterTableCmd* command, TokenRange range)
      : source_(source), tokens_(source.tokens()), command_(command), range_(range) {}

  AlterTableAction Read() {
    action_.kind = KindOfAction(command_->subtype);
    action_.span = source_.SpanOf(range_);
    action_.cascade = command_->behavior == DROP_CASCADE;
    action_.enable = Enables(command_->subtype);
    ReadName();
    ReadExistence();
    ReadDefinition();
    return std::move(action_);
  }

 private:
  void ReadName() {
    std::string name = Text(command_->name);
    if (command_->subtype == AT_ChangeOwner) name = RoleOf(command_->newowner);
    if (command_->subtype == AT_EnableTrigAll || command_->subtype == AT_DisableTrigAll) {
      name = "ALL";
    }
    if (command_->subtype == AT_EnableTrigUser || command_->subtype == AT_DisableTrigUser) {
      name = "USER";
    }
    if (name.empty() && NamesColumn(action_.kind) && command_->num > 0) {
      name = std::to_string(command_->num);  // ALTER INDEX i ALTER COLUMN 2
    }
    if (name.empty()) return;
    const std::uint32_t behind = BehindVerb(tokens_, range_);
    action_.name_span = source_.FindIdentifier({behind, range_.end}, name);
    (NamesColumn(action_.kind) ? action_.column : action_.name) = std::move(name);
  }

  void ReadExistence() {
    if (action_.kind == AlterTableKind::kAddColumn) {
      action_.if_not_exists = command_->missing_ok;
    } else {
      action_.if_exists = command_->missing_ok;
    }
  }

  void ReadDefinition() {
    Node* definition = command_->def;
    if (!definition) return;
    switch (action_.kind) {
      case AlterTableKind::kAddColumn:
        ReadNewColumn(Cast<ColumnDef>(definition));
        break;
      case AlterTableKind::kColumnDefault:
        action_.expression = ExpressionOf(source_, definition, Behind(PG_QUERY_TOKEN_DEFAULT));
        break;
      case AlterTableKind::kSetExpression:
        action_.expression =
            ExpressionOf(source_, definition, tokens_.Inside(Behind(PG_QUERY_TOKEN_AS).begin));
        break;
      case AlterTableKind::kAlterColumnType:
        ReadNewType(Cast<ColumnDef>(definition));
        break;
      case AlterTableKind::kAddConstraint:
        ReadNewConstraint(Cast<Constraint>(definition));
        break;
      case AlterTableKind::kAlterConstraint:
        ReadAlteredConstraint(Cast<ATAlterConstraint>(definition));
        break;
      case AlterTableKind::kAddIdentity:
        ReadNewIdentity(Cast<Constraint>(definition));
        break;
      case AlterTableKind::kSetIdentity:
        ReadIdentityOptions(Cast<List>(definition));
        break;
      case AlterTableKind::kSetStorageOptions:
      case AlterTableKind::kResetStorageOptions:
      case AlterTableKind::kSetColumnOptions:
        action_.options = OptionsOf(Cast<List>(definition));
        break;
      default:
        ReadRelation(definition);
    }
  }

  [[nodiscard]] TokenRange Behind(PgQueryToken keyword) const {
    return {tokens_.Find(range_, keyword) + 1, range_.end};
  }

  void ReadNewColumn(const ColumnDef* column) {
    const std::uint32_t name = BehindVerb(tokens_, range_);
    action_.column_definition = ColumnOf(source_, column, {name, range_.end});
    action_.column = action_.column_definition->name;
    action_.name_span = action_.column_definition->name_span;
  }

  void ReadNewType(const ColumnDef* column) {
    action_.type = TypeOf(source_, column->typeName);
    action_.collation = CollationOf(column->collClause);
    if (column->raw_default) {
      action_.expression = ExpressionOf(source_, column->raw_default, Behind(PG_QUERY_TOKEN_USING));
    }
  }

  void ReadNewConstraint(const Constraint* constraint) {
    action_.constraint = ConstraintOf(source_, constraint, {range_.begin + 1, range_.end});
    action_.name = action_.constraint->name;
    action_.name_span = action_.constraint->name_span;
  }

  void ReadAlteredConstraint(const ATAlterConstraint* change) {
    ConstraintDefinition constraint;
    constraint.span = action_.span;
    constraint.kind = ConstraintKind::kForeignKey;
    constraint.name = Text(change->conname);
    constraint.name_span =
        source_.FindIdentifier({BehindVerb(tokens_, range_), range_.end}, constraint.name);
    constraint.deferrable = change->deferrable;
    constraint.initially_deferred = change->initdeferred;
    constraint.not_enforced = change->alterEnforceability && !change->is_enforced;
    constraint.no_inherit = change->noinherit;
    action_.name = constraint.name;
    action_.name_span = constraint.name_span;
    action_.constraint = std::move(constraint);
  }

  void ReadNewIdentity(const Constraint* identity) {
    action_.identity = identity->generated_when == 'a' ? Identity::kAlways : Identity::kByDefault;
    action_.sequence = SequenceOptionsOf(source_, identity->options);
  }

  void ReadIdentityOptions(const List* options) {
    for (auto* option : Items<DefElem>(options)) {
      if (Text(option->defname) != "generated" || !Is(option->arg, T_Integer)) continue;
      action_.identity =
          Cast<Integer>(option->arg)->ival == 'a' ? Identity::kAlways : Identity::kByDefault;
    }
    action_.sequence = SequenceOptionsOf(source_, options);
  }

  void ReadRelation(Node* definition) {
    if (Is(definition, T_RangeVar)) {
      action_.relation = NameOf(source_, Cast<RangeVar>(definition));
    } else if (Is(definition, T_TypeName)) {
      const auto* type = Cast<::TypeName>(definition);
      action_.relation = NameOf(source_, type->names, source_.TokenAt(type->location));
    } else if (Is(definition, T_PartitionCmd)) {
      const auto* partition = Cast<PartitionCmd>(definition);
      action_.relation = NameOf(source_, partition->name);
      action_.concurrently = partition->concurrent;
      if (partition->bound) action_.bound = BoundOf(source_, partition->bound, range_);
    } else if (Is(definition, T_ReplicaIdentityStmt)) {
      action_.name = Text(Cast<ReplicaIdentityStmt>(definition)->name);
    } else if (Is(definition, T_String)) {
      action_.name = Text(Cast<String>(definition));  // SET STORAGE, SET COMPRESSION
    }
  }

  const Source& source_;
  const Tokens& tokens_;
  const AlterTableCmd* command_;
  TokenRange range_;
  AlterTableAction action_;
};

// Where the first subcommand begins: behind the relation's name, and the * that may follow it.
std::uint32_t FirstAction(const Source& source, const AlterTableStmt* node) {
  std::uint32_t i = source.tokens().EndOfName(source.TokenAt(node->relation->location));
  if (source.tokens().Is(i, PG_QUERY_TOKEN_ASCII_42)) ++i;
  return i;
}

}  // namespace

AlterTable AlterTableOf(const Source& source, const AlterTableStmt* node) {
  AlterTable result;
  result.table = NameOf(source, node->relation);
  result.object = AlteredObjectOf(node->objtype);
  result.only = !node->relation->inh;
  result.if_exists = node->missing_ok;
  const std::vector<TokenRange> pieces =
      source.tokens().SplitAtCommas({FirstAction(source, node), source.statement().end});
  for (auto* command : Items<AlterTableCmd>(node->cmds)) {
    const std::size_t index = result.actions.size();
    const TokenRange piece = index < pieces.size() ? pieces[index] : source.statement();
    result.actions.push_back(ActionReader(source, command, piece).Read());
  }
  return result;
}

}  // namespace hoglint::sql
