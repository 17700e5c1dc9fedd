#include "lint/rule/granted_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "lint/rule/wording.h"
#include "lint/sql/argument_types.h"

namespace hoglint {
namespace {

std::string ShownRole(const std::string& role) {
  return role == "public" ? "PUBLIC" : QuoteIdentifier(role);
}

// "(text, integer)"; nothing where the statement gives no arguments.
std::string ArgumentsOf(const ObjectReference& routine) {
  if (!routine.arguments) return {};
  return fmt::format("({})", fmt::join(ArgumentTypes(*routine.arguments), ", "));
}

std::string_view WordOf(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kSchema:
      return "SCHEMA ";
    case ObjectKind::kSequence:
      return "SEQUENCE ";
    case ObjectKind::kFunction:
      return "FUNCTION ";
    default:
      return "";
  }
}

}  // namespace

std::string ObjectsOf(const Grant& grant, const StatementFacts& facts) {
  std::vector<std::string> names;
  for (const ObjectReference& object : grant.objects) {
    names.push_back(grant.kind == ObjectKind::kSchema
                        ? QuoteIdentifier(object.name.name)
                        : ShownName(object.name, facts) + ArgumentsOf(object));
  }
  return fmt::format("{}{}", WordOf(grant.kind), fmt::join(names, ", "));
}

std::string RolesOf(std::span<const Granted> grants) {
  std::vector<std::string> shown;
  for (auto granted = grants.rbegin(); granted != grants.rend(); ++granted) {
    for (const std::string& role : granted->roles) {
      const std::string name = ShownRole(role);
      if (std::ranges::count(shown, name) == 0) shown.push_back(name);
    }
  }
  return JoinNames(shown);
}

std::vector<std::string> GrantsOn(std::string_view object, std::span<const Granted> grants) {
  std::vector<std::string> statements;
  for (const Granted& granted : grants) {
    std::vector<std::string> roles;
    for (const std::string& role : granted.roles) roles.push_back(ShownRole(role));
    std::string statement =
        fmt::format("GRANT {} ON {} TO {};", granted.privileges, object, fmt::join(roles, ", "));
    if (std::ranges::count(statements, statement) == 0) {
      statements.insert(statements.begin(), std::move(statement));
    }
  }
  return statements;
}

void AddGranted(Finding& finding, std::span<const Granted> grants) {
  if (!grants.empty()) finding.related.push_back({grants.front().place, "granted here"});
}

void ReportUngrantedView(const ObjectName& table, const Statement& view,
                         const StatementFacts& facts, Findings& findings) {
  const QualifiedName key = facts.before.ResolveExisting(table);
  const auto grants = LostGrants(key, GrantedKind::kRelation, facts);
  if (grants.empty()) return;
  const std::string name = ShownName(table, facts);
  Finding& finding = findings.Add(
      table.span,
      fmt::format("leaves a view under the name {} without what was granted on the table", name));
  finding.subject = name;
  finding.level = Level::kWarning;
  finding.effect = fmt::format(
      "privileges stay with the table: code that is deployed now and connects as {} fails as soon "
      "as it names {} (42501, permission denied)",
      RolesOf(grants), name);
  finding.remedy = "grant it on the view too, behind its CREATE VIEW:";
  for (const std::string& grant : GrantsOn(name, grants)) finding.remedy += SqlLine(grant);
  finding.related.push_back({view.span, "the view"});
  AddGranted(finding, grants);
}

}  // namespace hoglint
