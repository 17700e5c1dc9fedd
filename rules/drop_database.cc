// drop-database: DROP DATABASE in a migration.
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* other = As<OtherStatement>(facts.statement);
  if (other == nullptr || other->command != "DROP DATABASE") return;
  Finding& finding = findings.Add(facts.statement.span, "drops a database");
  finding.subject = "database";
  finding.effect = "everything in it is gone for good";
  finding.remedy =
      "take it out: a migration changes the database that it runs in, and that one cannot be "
      "dropped from inside";
}

}  // namespace

extern const Rule drop_database{
    .id = "drop-database",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A database is dropped",
    .effect = "Everything in it is gone. It cannot run in a transaction either.",
    .remedy = "Databases are no business of migrations.",
    .manual = "sql-dropdatabase.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
