// Schemas, extensions and the search path.
#include <algorithm>

#include "lint/schema/apply_statements.h"
#include "lint/schema/builtins.h"
#include "lint/schema/query_columns.h"

namespace hoglint::apply {
namespace {

// The schemas of a search_path that hoglint follows: "$user" names none, pg_catalog is always
// there.
std::vector<std::string> PathOf(const std::vector<std::string>& values) {
  std::vector<std::string> path;
  for (const std::string& value : values) {
    if (value != "$user" && value != "pg_catalog" && !value.empty()) path.push_back(value);
  }
  return path;
}

// 'a, "B"' as set_config reads it.
std::vector<std::string> SplitPath(const std::string& text) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      parts.emplace_back();
    } else if (quoted || c != ' ') {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace

void ApplyStatement(Context& context, const CreateSchema& create) {
  if (context.catalogue.HasSchema(create.name)) {
    if (create.if_not_exists) return;
    context.Conflict(ConflictKind::kDuplicate, "42P06",
                     "schema " + Quoted(create.name) + " already exists", {});
    return;
  }
  context.catalogue.mutable_schemas().insert(create.name);
}

void ApplyStatement(Context& context, const CreateExtension& create) {
  if (context.catalogue.extensions().contains(create.name)) {
    if (create.if_not_exists) return;
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "extension " + Quoted(create.name) + " already exists", {});
    return;
  }
  context.catalogue.mutable_extensions().insert(create.name);
  if (!create.schema.empty()) AssumeSchema(context, create.schema, {});
  for (const std::string_view name : TypesOfExtension(create.name)) {
    Type type;
    type.name = context.catalogue.Resolve({create.schema, std::string(name), {}});
    type.kind = TypeKind::kOther;
    type.of_extension = true;
    type.origin = context.OriginAt({});
    context.catalogue.mutable_types().emplace(type.name, type);
  }
}

void ApplyStatement(Context& context, const SetVariable& set) {
  if (set.name != "search_path" && !set.name.empty()) return;
  const std::vector<std::string> path = PathOf(set.values);
  context.catalogue.set_search_path(set.values.empty() ? std::vector<std::string>{"public"} : path);
}

// pg_dump's SELECT set_config('search_path', ...).
void ApplyStatement(Context& context, const Select& select) {
  (void)FindAll(context, select.query.reads);
  MarkRows(context, select.query.writes);
  for (const FunctionCall& call : select.query.functions) {
    if (call.name.name == "set_config" && select.query.strings.size() >= 2 &&
        select.query.strings[0].value == "search_path") {
      context.catalogue.set_search_path(PathOf(SplitPath(select.query.strings[1].value)));
    }
  }
}

}  // namespace hoglint::apply
