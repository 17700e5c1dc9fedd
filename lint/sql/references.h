// Names in parse nodes -> ObjectName, TypeName, ObjectReference.
#ifndef HOGLINT_LINT_SQL_REFERENCES_H_
#define HOGLINT_LINT_SQL_REFERENCES_H_

#include <string>
#include <vector>

#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"
#include "lint/sql/statement.h"

namespace hoglint::sql {

[[nodiscard]] ObjectName NameOf(const Source& source, const RangeVar* relation);
[[nodiscard]] std::vector<ObjectName> NamesOf(const Source& source, const List* relations);
// A list of String nodes (a.b); the span is that of the qualified name at the token.
[[nodiscard]] ObjectName NameOf(const Source& source, const List* names, std::uint32_t token);
// The same without a place.
[[nodiscard]] ObjectName NameOf(const List* names);
// The texts of a list of String nodes.
[[nodiscard]] std::vector<std::string> Texts(const List* names);
// "collation" or "schema.collation"; empty for no clause.
[[nodiscard]] std::string CollationOf(const CollateClause* clause);
// A qualified name joined with dots; empty for no list.
[[nodiscard]] std::string JoinedName(const List* names);
// Role names; "public" for PUBLIC, "current_user" and so on for the special ones.
[[nodiscard]] std::string RoleOf(const RoleSpec* role);
[[nodiscard]] std::vector<std::string> RolesOf(const List* roles);

[[nodiscard]] TypeName TypeOf(const Source& source, const ::TypeName* type);

[[nodiscard]] ObjectKind KindOf(ObjectType type);
[[nodiscard]] AlteredObject AlteredObjectOf(ObjectType type);

// How many keywords name a kind of object: 2 for MATERIALIZED VIEW.
[[nodiscard]] std::uint32_t WordCountOf(ObjectType type);
// Index behind IF EXISTS or IF NOT EXISTS, if that stands at `token`.
[[nodiscard]] std::uint32_t BehindIfExists(const Tokens& tokens, std::uint32_t token);

// The object that DROP, COMMENT, GRANT, ALTER ... OWNER name: a String, a list of them, a TypeName,
// an ObjectWithArgs or a RangeVar, as the grammar chose for the type. `token`: where its name
// begins.
[[nodiscard]] ObjectReference ReferenceOf(const Source& source, ObjectType type, Node* object,
                                          std::uint32_t token);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_REFERENCES_H_
