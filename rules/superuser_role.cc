// superuser-role: a migration makes a role that no rule of the database holds back.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateRole>(facts.statement);
  if (create == nullptr || (!create->superuser && !create->bypass_rls)) return;
  const std::string name = QuoteIdentifier(create->name);
  Finding& finding = findings.Add(
      facts.statement.span,
      fmt::format("creates role {} with {}", name, create->superuser ? "SUPERUSER" : "BYPASSRLS"));
  finding.subject = name;
  finding.effect =
      create->superuser
          ? "a superuser passes every check of rights; most hosts refuse to create one "
            "(42501), and the migration fails"
          : "the role reads every row of every table that it may read, whatever the "
            "policies say";
  finding.remedy = "create the role outside of the migrations, with the rights that it needs";
}

}  // namespace

extern const Rule superuser_role{
    .id = "superuser-role",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A role is created with SUPERUSER or BYPASSRLS",
    .effect =
        "A superuser passes every check of rights, can read the files of the server and run "
        "programs on it; BYPASSRLS sees the rows of every tenant. A migration that can create one "
        "runs with far too many rights itself, and most hosts refuse the statement.",
    .remedy =
        "Create such roles by hand or with the tools of the host, not in a migration; give "
        "applications a role with the rights that they need.",
    .manual = "sql-createrole.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
