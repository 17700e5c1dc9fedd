// Names in parse nodes -> our names, with their place from the tokens.
#include "lint/sql/references.h"

#include <utility>

namespace hoglint::sql {
namespace {

// The name made of the first `length` parts, of which the last two count: a database in front of
// them changes nothing for us.
ObjectName NameOfParts(const List* names, int length) {
  ObjectName result;
  if (length > 0) result.name = Text(At<String>(names, length - 1));
  if (length > 1) result.schema = Text(At<String>(names, length - 2));
  return result;
}

// COMMENT ON COLUMN schema.table.column.
ObjectReference DottedPart(const Source& source, const List* names, std::uint32_t token) {
  const int length = Length(names);
  ObjectReference result;
  result.name.name = Text(At<String>(names, length - 1));
  const std::uint32_t last = source.tokens().EndOfName(token) - 1;
  result.name.span = source.SpanOf({last, last + 1});
  if (length < 2) return result;
  result.parent = NameOfParts(names, length - 1);
  result.parent->span = source.SpanOf({token, last - 1});
  return result;
}

// TRIGGER name ON schema.table: the list is (schema, table, name).
ObjectReference PartOnRelation(const Source& source, const List* names, std::uint32_t token) {
  const int length = Length(names);
  ObjectReference result;
  result.name.name = Text(At<String>(names, length - 1));
  result.name.span = source.SpanOf({token, token + 1});
  if (length < 2) return result;
  result.parent = NameOfParts(names, length - 1);
  result.parent->span = source.NameSpan(token + 2);
  return result;
}

// CONSTRAINT name ON DOMAIN schema.domain: the list is (TypeName, String).
ObjectReference ConstraintOnDomain(const Source& source, const List* parts, std::uint32_t token) {
  ObjectReference result;
  result.name.name = Text(At<String>(parts, 1));
  result.name.span = source.SpanOf({token, token + 1});
  result.parent = NameOf(source, At<::TypeName>(parts, 0)->names, token + 3);
  return result;
}

ObjectReference ReferenceOfList(const Source& source, ObjectType type, const List* parts,
                                std::uint32_t token) {
  switch (type) {
    case OBJECT_COLUMN:
      return DottedPart(source, parts, token);
    case OBJECT_TRIGGER:
    case OBJECT_RULE:
    case OBJECT_POLICY:
    case OBJECT_TABCONSTRAINT:
      return PartOnRelation(source, parts, token);
    case OBJECT_DOMCONSTRAINT:
      return ConstraintOnDomain(source, parts, token);
    default: {
      ObjectReference result;
      for (auto* part : Items<Node>(parts)) {
        if (!Is(part, T_String)) return result;  // a cast, a transform: no name of its own
      }
      result.name = NameOf(source, parts, token);
      return result;
    }
  }
}

ObjectReference ReferenceOfRoutine(const Source& source, const ObjectWithArgs* routine,
                                   std::uint32_t token) {
  ObjectReference result;
  result.name = NameOf(source, routine->objname, token);
  if (routine->args_unspecified) return result;
  result.arguments.emplace();
  for (auto* type : Items<::TypeName>(routine->objargs)) {
    if (type) result.arguments->push_back(TypeOf(source, type));
  }
  return result;
}

}  // namespace

ObjectName NameOf(const Source& source, const RangeVar* relation) {
  ObjectName result;
  if (!relation) return result;
  result.schema = Text(relation->schemaname);
  result.name = Text(relation->relname);
  if (relation->location >= 0) result.span = source.NameSpan(source.TokenAt(relation->location));
  return result;
}

std::vector<ObjectName> NamesOf(const Source& source, const List* relations) {
  std::vector<ObjectName> result;
  for (auto* relation : Items<RangeVar>(relations)) result.push_back(NameOf(source, relation));
  return result;
}

ObjectName NameOf(const List* names) { return NameOfParts(names, Length(names)); }

ObjectName NameOf(const Source& source, const List* names, std::uint32_t token) {
  ObjectName result = NameOf(names);
  result.span = source.NameSpan(token);
  return result;
}

std::vector<std::string> Texts(const List* names) {
  std::vector<std::string> result;
  for (auto* name : Items<Node>(names)) {
    if (Is(name, T_String)) result.push_back(Text(Cast<String>(name)));
  }
  return result;
}

std::string JoinedName(const List* names) {
  std::string result;
  for (const std::string& part : Texts(names)) {
    if (!result.empty()) result += '.';
    result += part;
  }
  return result;
}

std::string CollationOf(const CollateClause* clause) {
  return clause ? JoinedName(clause->collname) : std::string();
}

std::string RoleOf(const RoleSpec* role) {
  if (!role) return {};
  switch (role->roletype) {
    case ROLESPEC_CSTRING:
      return Text(role->rolename);
    case ROLESPEC_CURRENT_ROLE:
      return "current_role";
    case ROLESPEC_CURRENT_USER:
      return "current_user";
    case ROLESPEC_SESSION_USER:
      return "session_user";
    case ROLESPEC_PUBLIC:
      return "public";
  }
  return {};
}

std::vector<std::string> RolesOf(const List* roles) {
  std::vector<std::string> result;
  for (auto* role : Items<RoleSpec>(roles)) result.push_back(RoleOf(role));
  return result;
}

std::uint32_t BehindIfExists(const Tokens& tokens, std::uint32_t token) {
  if (!tokens.Is(token, PG_QUERY_TOKEN_IF_P)) return token;
  if (tokens.Is(token + 1, PG_QUERY_TOKEN_EXISTS)) return token + 2;
  const bool if_not_exists =
      tokens.Is(token + 1, PG_QUERY_TOKEN_NOT) && tokens.Is(token + 2, PG_QUERY_TOKEN_EXISTS);
  return if_not_exists ? token + 3 : token;
}

ObjectReference ReferenceOf(const Source& source, ObjectType type, Node* object,
                            std::uint32_t token) {
  ObjectReference result;
  if (Is(object, T_String)) {
    result.name.name = Text(Cast<String>(object));
    result.name.span = source.SpanOf({token, token + 1});
  } else if (Is(object, T_List)) {
    return ReferenceOfList(source, type, Cast<List>(object), token);
  } else if (Is(object, T_TypeName)) {
    result.name = NameOf(source, Cast<::TypeName>(object)->names, token);
  } else if (Is(object, T_ObjectWithArgs)) {
    return ReferenceOfRoutine(source, Cast<ObjectWithArgs>(object), token);
  } else if (Is(object, T_RangeVar)) {
    result.name = NameOf(source, Cast<RangeVar>(object));
  }
  return result;
}

}  // namespace hoglint::sql
