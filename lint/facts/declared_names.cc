#include "lint/facts/declared_names.h"

#include <algorithm>

#include "lint/base/ascii.h"

namespace hoglint {
namespace {

bool IsLower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

QualifiedName KeyOf(const DeclaredName& name) {
  return {name.schema.empty() ? "public" : name.schema, TruncateIdentifier(name.name)};
}

bool IsOfPackage(std::string_view module, std::string_view package) {
  if (package.empty() || !module.starts_with(package)) return false;
  return module.size() == package.size() || module[package.size()] == '/';
}

// Its words are /[\da-z]+|[A-Z]+(?![a-z])|[A-Z][\da-z]+/g (drizzle-orm 0.45.4, casing.js).
std::string SnakeCase(std::string_view property) {
  std::string result;
  for (std::size_t at = 0; at < property.size();) {
    std::size_t end = at;
    if (IsLower(property[at])) {
      while (end < property.size() && IsLower(property[end])) ++end;
    } else if (IsUpper(property[at])) {
      while (end < property.size() && IsUpper(property[end])) ++end;
      const bool letter = end < property.size() && IsLower(property[end]) && property[end] > '9';
      if (letter && end - at > 1) {
        --end;  // the last capital begins the next word
      } else if (letter) {
        while (end < property.size() && IsLower(property[end])) ++end;
      }
    } else {
      ++at;
      continue;
    }
    if (!result.empty()) result += '_';
    result += ToLowerAscii(property.substr(at, end - at));
    at = end;
  }
  return result;
}

// The config's `casing` names columns that have no name of their own. It is told from what is
// there: camelCase comes out of camelCase as it is, for all but odd names.
const Column* FindDeclared(const Relation& table, const DeclaredColumn& column) {
  const Column* known = table.FindColumn(TruncateIdentifier(column.name));
  if (known != nullptr || column.name != column.property) return known;
  return table.FindColumn(TruncateIdentifier(SnakeCase(column.property)));
}

}  // namespace hoglint
