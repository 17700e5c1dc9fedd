// DROP, RENAME, SET SCHEMA, OWNER TO: nodes that mostly have no location, so that every place comes
// from the tokens.
#include <algorithm>

#include "lint/sql/convert.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// ALTER <words> [IF EXISTS] name: where the name stands.
std::uint32_t NameOfAltered(const Source& source, ObjectType type) {
  const Tokens& tokens = source.tokens();
  std::uint32_t i = source.statement().begin + 1;
  if (tokens.Is(i, PG_QUERY_TOKEN_PROCEDURAL)) ++i;  // PROCEDURAL LANGUAGE
  return BehindIfExists(tokens, i + WordCountOf(type));
}

// DROP <words> [CONCURRENTLY] [IF EXISTS] names.
std::uint32_t FirstDropped(const Source& source, ObjectType type) {
  const Tokens& tokens = source.tokens();
  std::uint32_t i = source.statement().begin + 1;
  if (tokens.Is(i, PG_QUERY_TOKEN_PROCEDURAL)) ++i;
  i += WordCountOf(type);
  if (tokens.Is(i, PG_QUERY_TOKEN_CONCURRENTLY)) ++i;
  return BehindIfExists(tokens, i);
}

// The last TO outside of brackets: what stands behind it is the new name.
std::uint32_t NewNameToken(const Source& source) {
  const Tokens& tokens = source.tokens();
  const TokenRange statement = source.statement();
  std::uint32_t found = statement.end;
  for (std::uint32_t i = statement.begin; i < statement.end; i = tokens.Next(i)) {
    if (tokens.Is(i, PG_QUERY_TOKEN_TO) && i + 1 < statement.end) found = i + 1;
  }
  return found;
}

bool IsPartOfRelation(ObjectType type) {
  return type == OBJECT_COLUMN || type == OBJECT_ATTRIBUTE || type == OBJECT_TABCONSTRAINT ||
         type == OBJECT_TRIGGER || type == OBJECT_RULE || type == OBJECT_POLICY;
}

// RENAME COLUMN a TO b, ALTER TRIGGER a ON t RENAME TO b: the part and its relation.
ObjectReference RenamedPart(const Source& source, const RenameStmt* node, std::uint32_t new_name) {
  ObjectReference result;
  result.name.name = Text(node->subname);
  result.parent = NameOf(source, node->relation);
  const bool name_first = node->renameType == OBJECT_TRIGGER || node->renameType == OBJECT_RULE ||
                          node->renameType == OBJECT_POLICY;
  const std::uint32_t token =
      name_first ? NameOfAltered(source, node->renameType) : std::max(new_name, 2U) - 2;
  result.name.span = source.SpanOf({token, token + 1});
  return result;
}

// ALTER DOMAIN d RENAME CONSTRAINT a TO b.
ObjectReference RenamedDomainConstraint(const Source& source, const RenameStmt* node,
                                        std::uint32_t new_name) {
  ObjectReference result;
  result.name.name = Text(node->subname);
  result.name.span = source.SpanOf({std::max(new_name, 2U) - 2, new_name - 1});
  result.parent = NameOf(source, Cast<List>(node->object), source.statement().begin + 2);
  return result;
}

ObjectReference RenamedObject(const Source& source, const RenameStmt* node) {
  ObjectReference result;
  if (node->relation) {
    result.name = NameOf(source, node->relation);
    return result;
  }
  const std::uint32_t token = NameOfAltered(source, node->renameType);
  if (node->object) return ReferenceOf(source, node->renameType, node->object, token);
  result.name.name = Text(node->subname);  // schema, role, database: a plain name
  result.name.span = source.SpanOf({token, token + 1});
  return result;
}

}  // namespace

Drop DropOf(const Source& source, const DropStmt* node) {
  const Tokens& tokens = source.tokens();
  Drop result;
  result.kind = KindOf(node->removeType);
  result.cascade = node->behavior == DROP_CASCADE;
  result.if_exists = node->missing_ok;
  result.concurrently = node->concurrent;
  const std::vector<TokenRange> pieces =
      tokens.SplitAtCommas({FirstDropped(source, node->removeType), source.statement().end});
  for (auto* object : Items<Node>(node->objects)) {
    const std::size_t index = result.objects.size();
    const std::uint32_t token =
        index < pieces.size() ? pieces[index].begin : source.statement().end;
    result.objects.push_back(ReferenceOf(source, node->removeType, object, token));
  }
  return result;
}

Drop DropRoleOf(const Source& source, const DropRoleStmt* node) {
  const Tokens& tokens = source.tokens();
  Drop result;
  result.kind = ObjectKind::kRole;
  result.if_exists = node->missing_ok;
  std::uint32_t token = BehindIfExists(tokens, source.statement().begin + 2);
  for (auto* role : Items<RoleSpec>(node->roles)) {
    ObjectReference reference;
    reference.name.name = RoleOf(role);
    reference.name.span = source.SpanOf({token, token + 1});
    token += 2;  // the name and a comma
    result.objects.push_back(std::move(reference));
  }
  return result;
}

StatementBody RenameOf(const Source& source, const RenameStmt* node) {
  const std::uint32_t new_name = NewNameToken(source);
  Rename result;
  result.kind = KindOf(node->renameType);
  result.new_name = Text(node->newname);
  result.new_name_span = source.SpanOf({new_name, std::min(new_name + 1, source.statement().end)});
  result.if_exists = node->missing_ok;
  result.only = node->relation && !node->relation->inh;
  const bool part = IsPartOfRelation(node->renameType);
  result.relation_kind = AlteredObjectOf(
      part && node->renameType != OBJECT_TABCONSTRAINT ? node->relationType : node->renameType);
  if (node->renameType == OBJECT_ATTRIBUTE) result.relation_kind = AlteredObject::kType;
  if (part && node->relation) {
    result.object = RenamedPart(source, node, new_name);
  } else if (node->renameType == OBJECT_DOMCONSTRAINT) {
    result.object = RenamedDomainConstraint(source, node, new_name);
  } else {
    result.object = RenamedObject(source, node);
  }
  return result;
}

SetSchema SetSchemaOf(const Source& source, const AlterObjectSchemaStmt* node) {
  SetSchema result;
  result.kind = KindOf(node->objectType);
  result.new_schema = Text(node->newschema);
  result.if_exists = node->missing_ok;
  if (node->relation) {
    result.object.name = NameOf(source, node->relation);
  } else {
    result.object = ReferenceOf(source, node->objectType, node->object,
                                NameOfAltered(source, node->objectType));
  }
  return result;
}

AlterOwner AlterOwnerOf(const Source& source, const AlterOwnerStmt* node) {
  AlterOwner result;
  result.kind = KindOf(node->objectType);
  if (node->relation) {
    result.object.name = NameOf(source, node->relation);
  } else {
    result.object = ReferenceOf(source, node->objectType, node->object,
                                NameOfAltered(source, node->objectType));
  }
  return result;
}

AlterFunction AlterFunctionOf(const Source& source, const AlterFunctionStmt* node) {
  return {.function = ReferenceOf(source, node->objtype, reinterpret_cast<Node*>(node->func),
                                  NameOfAltered(source, node->objtype))};
}

}  // namespace hoglint::sql
