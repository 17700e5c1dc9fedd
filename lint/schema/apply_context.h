// What the parts of Apply share: the catalogue under change, the statement, and its outcome.
// Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_APPLY_CONTEXT_H_
#define HOGLINT_LINT_SCHEMA_APPLY_CONTEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lint/schema/apply.h"

namespace hoglint::apply {

// One application of one statement.
struct Context {
  Catalogue& catalogue;
  const Statement& statement;
  BatchId batch{};
  ApplyOutcome outcome;

  // The origin of something that the statement creates at `span` (the statement when it is empty).
  [[nodiscard]] Origin OriginAt(const Span& span) const {
    return {span.begin == span.end ? statement.span : span, batch};
  }
  // `sqlstate` is of static storage. The result takes the optional parts; it is good until the next
  // conflict.
  hoglint::Conflict& Conflict(ConflictKind kind, std::string_view sqlstate, std::string message,
                              const Span& span, bool certain = true) {
    return outcome.conflicts.emplace_back(
        hoglint::Conflict{.kind = kind,
                          .sqlstate = sqlstate,
                          .message = std::move(message),
                          .span = span.begin == span.end ? statement.span : span,
                          .certain = certain && !catalogue.opaque()});
  }
};

// "public.users" or "users", as PostgreSQL's messages show what a statement wrote.
[[nodiscard]] std::string Written(const ObjectName& name);
[[nodiscard]] std::string Quoted(std::string_view text);  // in PostgreSQL's plain double quotes

// True for tables and what is altered like one: partitioned, foreign.
[[nodiscard]] bool IsTable(RelationKind kind);
[[nodiscard]] bool IsView(RelationKind kind);
[[nodiscard]] bool IsIndex(RelationKind kind);

// The relation that the statement names. When the files never created one, it is assumed to be
// older than they are: an assumed relation of `kind` is added, and the conflict is not certain.
// Absent, with a conflict, when the files dropped it; absent without one for system relations.
[[nodiscard]] std::optional<RelationId> FindOrAssume(Context& context, const ObjectName& name,
                                                     RelationKind kind);
// The same, for IF EXISTS: absent and no conflict when there is none.
[[nodiscard]] std::optional<RelationId> FindOrAssume(Context& context, const ObjectName& name,
                                                     RelationKind kind, bool if_exists);

// The key for a new object of the name. A schema that no file created is assumed.
[[nodiscard]] QualifiedName NewName(Context& context, const ObjectName& name, bool temporary);
void AssumeSchema(Context& context, const std::string& schema, const Span& span);
// True, with a conflict, when a relation or a type of that name exists.
[[nodiscard]] bool IsTaken(Context& context, const QualifiedName& name, const Span& span);

// The type with its schema filled in when the files created it; format_type() of it.
[[nodiscard]] TypeName ResolveType(const Catalogue& catalogue, TypeName type);
// Sets the column's type and its printed form.
void SetType(const Catalogue& catalogue, Column& column, const TypeName& type);

// The column for change; null, with a conflict unless columns may be unknown, when there is none.
[[nodiscard]] Column* FindColumn(Context& context, RelationId table, const std::string& column,
                                 const Span& span);

// The relation and everything that inherits from it, itself first.
[[nodiscard]] std::vector<RelationId> WithDescendants(const Catalogue& catalogue, RelationId id);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_APPLY_CONTEXT_H_
