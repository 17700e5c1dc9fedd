// grant-to-public: every role, those of the future too, gets a right on a table or schema.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What PUBLIC has by default, or what gives nobody a row.
bool IsHarmless(const Grant& grant) {
  const auto only = [&](std::string_view privilege) {
    return !grant.privileges.empty() &&
           std::ranges::all_of(grant.privileges,
                               [&](const std::string& one) { return one == privilege; });
  };
  switch (grant.kind) {
    case ObjectKind::kSchema:
    case ObjectKind::kSequence:
      return only("usage");
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
      return false;
    default:
      return true;
  }
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* grant = As<Grant>(facts.statement);
  if (grant == nullptr || grant->revoke || grant->role_membership) return;
  if (std::ranges::count(grant->grantees, "public") == 0 || IsHarmless(*grant)) return;
  std::vector<std::string> names;
  for (const ObjectReference& object : grant->objects) {
    names.push_back(grant->kind == ObjectKind::kSchema ? QuoteIdentifier(object.name.name)
                                                       : ShownName(object.name, facts));
  }
  const std::string on =
      grant->all_in_schema
          ? "everything in " + JoinNames(names)
          : (grant->kind == ObjectKind::kSchema ? "schema " : "") + JoinNames(names);
  std::string rights = grant->privileges.empty() ? "all rights" : "";
  for (const std::string& privilege : grant->privileges) {
    std::string word = privilege;
    std::ranges::transform(word, word.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    });
    rights += (rights.empty() ? "" : ", ") + word;
  }
  Finding& finding =
      findings.Add(facts.statement.span, fmt::format("grants {} on {} to every role", rights, on));
  finding.subject = on;
  finding.effect =
      "PUBLIC is every role that can connect, those for monitoring and those of the future too";
  finding.remedy = "name the roles that need it";
}

}  // namespace

extern const Rule grant_to_public{
    .id = "grant-to-public",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A right on a table or schema is granted to PUBLIC",
    .effect =
        "PUBLIC is every role of the cluster that can connect to the database, those for "
        "monitoring and reporting and those that will be created later included.",
    .remedy = "Grant to the roles that need it, by name, or to a group role.",
    .manual = "sql-grant.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
