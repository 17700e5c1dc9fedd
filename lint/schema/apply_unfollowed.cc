// Statements that change what the catalogue holds in ways that hoglint does not follow: they are
// reported, and nothing that they may have made is called missing afterwards.
#include <algorithm>
#include <array>
#include <string_view>

#include "lint/base/ascii.h"
#include "lint/schema/apply_statements.h"
#include "lint/schema/builtins.h"
#include "lint/schema/expression_text.h"
#include "lint/schema/refusals.h"

namespace hoglint::apply {
namespace {

// Commands that may change tables, columns or rows.
constexpr std::array<std::string_view, 5> kOpaqueCommands = {
    "CALL", "EXECUTE", "IMPORT FOREIGN SCHEMA", "CREATE AGGREGATE", "ALTER TYPE"};

// How EXECUTE's strings begin when they only touch roles and privileges.
constexpr std::array<std::string_view, 8> kHarmlessBeginnings = {"alter default privileges",
                                                                 "alter role",
                                                                 "alter user",
                                                                 "comment on",
                                                                 "create role",
                                                                 "create user",
                                                                 "grant",
                                                                 "revoke"};

// The constant that the expression begins with, in lower case: 'GRANT ALL ON ' || t.
std::string LeadingConstant(const std::string& expression) {
  const std::vector<TextToken> tokens = Tokens(expression);
  const auto string = std::ranges::find(tokens, TokenKind::kString, &TextToken::kind);
  const bool leads =
      string == tokens.begin() ||
      (string != tokens.end() && tokens.front().value == "format" && string == tokens.begin() + 2);
  if (!leads) return {};
  return ToLowerAscii(string->value);
}

// Roles, privileges and owners are nothing that the catalogue holds.
bool IsHarmless(const std::string& expression) {
  const std::string text = LeadingConstant(expression);
  if (text.find(';') != std::string::npos) return false;
  if (text.starts_with("alter ") && text.ends_with(" owner to ")) return true;
  return std::ranges::any_of(kHarmlessBeginnings, [&](std::string_view beginning) {
    return text.starts_with(beginning) && text.size() > beginning.size() &&
           text[beginning.size()] == ' ';
  });
}

bool IsRelationKind(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
    case ObjectKind::kForeignTable:
    case ObjectKind::kIndex:
    case ObjectKind::kSequence:
      return true;
    default:
      return false;
  }
}

bool IsTablePart(ObjectKind kind) {
  return kind == ObjectKind::kConstraint || kind == ObjectKind::kTrigger ||
         kind == ObjectKind::kPolicy || kind == ObjectKind::kRule;
}

// Nothing is assumed to exist only since somebody may read it or since it is described; but then
// not all of the schema is in the files.
bool IsUnknown(Context& context, const ObjectName& name) {
  if (IsGone(context, name)) return true;
  Catalogue& catalogue = context.catalogue;
  if (catalogue.Find(name) != nullptr || IsSystemRelation(name)) return false;
  if (!catalogue.HasSchema(catalogue.Resolve(name).schema)) return false;
  context.Conflict(ConflictKind::kMissing, "42P01",
                   "relation " + Quoted(Written(name)) + " does not exist", name.span,
                   /*certain=*/false);
  catalogue.mark_incomplete();
  return true;
}

// Anything may have been made, and any table may have got rows.
void NoteUnknownChange(Context& context, std::string what) {
  context.outcome.not_modelled = std::move(what);
  context.catalogue.mark_opaque();
  std::vector<RelationId> tables;
  for (const auto& [name, id] : context.catalogue.relation_names()) {
    const Relation& relation = *context.catalogue.Get(id);
    if (IsTable(relation.kind) && !relation.may_have_rows) tables.push_back(id);
  }
  for (const RelationId id : tables) context.catalogue.Mutable(id).may_have_rows = true;
}

}  // namespace

void ApplyStatement(Context& context, const OtherStatement& other) {
  if (std::ranges::count(kOpaqueCommands, other.command) == 0) return;
  if (other.command == "CREATE AGGREGATE" || other.command == "ALTER TYPE") {
    context.outcome.not_modelled = other.command;
    return;
  }
  NoteUnknownChange(context, other.command);
}

void ApplyStatement(Context& context, const DoBlock& block) {
  if (!block.body_parsed) NoteUnknownChange(context, "DO block in " + block.language);
}

void ApplyStatement(Context& context, const DynamicSql& dynamic) {
  if (IsHarmless(dynamic.expression)) return;
  NoteUnknownChange(context, "EXECUTE " + dynamic.expression);
}

void ApplyStatement(Context& context, const DropOwned& drop) {
  if (!drop.reassign) NoteUnknownChange(context, "DROP OWNED BY");
}

// What follows changes nothing here, but it fails on what is gone.
void ApplyStatement(Context& context, const Grant& grant) {
  const bool relation = grant.kind == ObjectKind::kTable || grant.kind == ObjectKind::kSequence;
  if (!relation || grant.all_in_schema || grant.role_membership) return;
  for (const ObjectReference& object : grant.objects) {
    const bool table = grant.kind == ObjectKind::kTable;
    if (table ? IsUnknown(context, object.name) : IsGone(context, object.name)) return;
  }
}

void ApplyStatement(Context& context, const Comment& comment) {
  const ObjectReference& object = comment.object;
  if (comment.kind == ObjectKind::kTable) {
    (void)IsUnknown(context, object.name);
    return;
  }
  if (IsRelationKind(comment.kind)) {
    (void)IsGone(context, object.name);
    return;
  }
  if (!object.parent) return;
  if (IsTablePart(comment.kind)) {
    if (IsUnknown(context, *object.parent)) return;
    (void)IsPartMissing(context, *object.parent, comment.kind, object.name.name, object.name.span);
    return;
  }
  if (comment.kind != ObjectKind::kColumn || IsUnknown(context, *object.parent)) return;
  const Relation* relation = context.catalogue.Find(*object.parent);
  if (relation == nullptr || IsSystemColumn(object.name.name)) return;
  (void)FindColumn(context, relation->id, object.name.name, object.name.span);
}

void ApplyStatement(Context& context, const Reindex& reindex) {
  if (reindex.relation) (void)IsGone(context, *reindex.relation);
}

void ApplyStatement(Context& context, const Cluster& cluster) {
  if (cluster.table) (void)IsGone(context, *cluster.table);
}

void ApplyStatement(Context& context, const Vacuum& vacuum) {
  for (const ObjectName& table : vacuum.tables) {
    if (IsGone(context, table)) return;
  }
}

void ApplyStatement(Context& context, const AlterExtension& alter) {
  if (!TypesOfExtension(alter.name).empty()) return;
  context.catalogue.mutable_extensions().insert(alter.name);
}

}  // namespace hoglint::apply
