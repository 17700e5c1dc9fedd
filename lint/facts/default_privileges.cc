#include "lint/facts/default_privileges.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "lint/base/ascii.h"
#include "lint/base/contains.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

// The first token from `begin` on that is the word; the end where none is.
std::uint32_t FindWord(const sql::Tokens& tokens, std::uint32_t begin, std::string_view word) {
  std::uint32_t i = begin;
  while (i < tokens.size() && !tokens.IsWord(i, word)) ++i;
  return i;
}

// The names of a list that begins there.
std::vector<std::string> NamesAt(const sql::Tokens& tokens, std::uint32_t begin) {
  std::vector<std::string> names;
  for (std::uint32_t i = begin; i < tokens.size(); i += 2) {
    if (tokens.IsWord(i, "group")) ++i;  // TO GROUP role
    const auto name = tokens.Identifier(i);
    if (name) names.push_back(*name);
    if (tokens.Text(i + 1) != ",") break;
  }
  return names;
}

}  // namespace

DefaultPrivileges::DefaultPrivileges(const StatementFacts& facts) {
  for (const auto& entry : facts.by_kind->Of<DynamicSql>()) {
    const std::string text = ToLowerAscii(As<DynamicSql>(*entry.statement)->expression);
    unknown_ |= text.find("default privileges") != std::string::npos;
  }
  for (const auto& entry : facts.by_kind->Of<OtherStatement>()) {
    if (As<OtherStatement>(*entry.statement)->command == "ALTER DEFAULT PRIVILEGES") {
      Read(facts.sources.Text(entry.statement->span));
    }
  }
}

void DefaultPrivileges::Read(std::string_view text) {
  const std::string copy(text);  // the scanner wants a NUL byte behind it
  const sql::Tokens tokens(copy);
  // ALTER DEFAULT PRIVILEGES [FOR ROLE ...] [IN SCHEMA ...] GRANT ... ON TABLES TO ...
  const std::uint32_t grant = std::min(FindWord(tokens, 3, "grant"), FindWord(tokens, 3, "revoke"));
  const std::uint32_t schema = FindWord(tokens, 3, "schema");
  const std::uint32_t on = FindWord(tokens, grant, "on");
  Entry entry{.revoke = tokens.IsWord(grant, "revoke"),
              .schemas = {},
              .objects = ToLowerAscii(tokens.Text(on + 1)),
              .roles = NamesAt(tokens, on + 3)};
  if (schema < grant) entry.schemas = NamesAt(tokens, schema + 1);
  entries_.push_back(std::move(entry));
}

bool DefaultPrivileges::Give(std::string_view role, std::string_view schema,
                             GrantedKind kind) const {
  return unknown_ || std::ranges::any_of(entries_, [&](const Entry& entry) {
           return !entry.revoke && CoversKind(entry.objects, kind) &&
                  (entry.schemas.empty() || Contains(entry.schemas, schema)) &&
                  (Contains(entry.roles, role) || Contains(entry.roles, "public"));
         });
}

bool DefaultPrivileges::DenyExecute() const {
  return std::ranges::any_of(entries_, [](const Entry& entry) {
    return entry.revoke && entry.schemas.empty() &&
           CoversKind(entry.objects, GrantedKind::kRoutine) && Contains(entry.roles, "public");
  });
}

bool CoversKind(std::string_view objects, GrantedKind kind) {
  switch (kind) {
    case GrantedKind::kRelation:
      return objects == "tables";
    case GrantedKind::kSequence:
      return objects == "sequences";
    case GrantedKind::kRoutine:
      return objects == "functions" || objects == "routines" || objects == "procedures";
  }
  return false;
}

}  // namespace hoglint
