// domain-constraint-scans: a new rule of a domain is checked in every table that uses it.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/schema/object_names.h"

namespace hoglint::rules {
namespace {

// VALIDATE is the remedy of ADD CONSTRAINT ... NOT VALID: it locks the tables as well (SHARE), but
// there is no other way.
bool Adds(const AlterDomain& alter) {
  return alter.kind == AlterDomainKind::kSetNotNull ||
         alter.kind == AlterDomainKind::kAddConstraint;
}

// The tables with a column of the domain that are read and can hold rows.
std::vector<std::string> ScannedTables(const StatementFacts& facts, LockMode& lock) {
  std::vector<std::string> tables;
  for (const Effect& effect : facts.effects.effects) {
    const Relation* table = facts.before.Get(effect.relation);
    if (!effect.scan || table == nullptr || IsNew(*table, facts)) continue;
    tables.push_back(DisplayName(effect.name));
    lock = std::max(lock, effect.lock);
  }
  return tables;
}

// The name that the constraint has or gets.
std::string ConstraintName(const AlterDomain& alter, const StatementFacts& facts) {
  if (alter.constraint && !alter.constraint->name.empty()) {
    return QuoteIdentifier(alter.constraint->name);
  }
  const QualifiedName domain = facts.before.ResolveExisting(alter.domain);
  return QuoteIdentifier(
      apply::ChooseConstraintName(facts.before, domain.schema, domain.name, "", "check"));
}

std::string Remedy(const AlterDomain& alter, const std::string& domain,
                   const StatementFacts& facts) {
  const ConstraintDefinition* added = alter.constraint ? &*alter.constraint : nullptr;
  const bool check =
      added != nullptr && added->kind == ConstraintKind::kCheck && added->check.has_value();
  const std::string name = ConstraintName(alter, facts);
  return fmt::format(
      "add it NOT VALID, which reads nothing, and validate it {}, when few write to the tables:"
      "{}{}{}",
      InLaterTransaction(facts),
      SqlLine(fmt::format("ALTER DOMAIN {} ADD CONSTRAINT {} CHECK ({}) NOT VALID;", domain, name,
                          check ? added->check->text : "VALUE IS NOT NULL")),
      SqlLine(fmt::format("-- {}:", InLaterTransaction(facts))),
      SqlLine(fmt::format("ALTER DOMAIN {} VALIDATE CONSTRAINT {};", domain, name)));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterDomain>(facts.statement);
  if (alter == nullptr || !Adds(*alter)) return;
  LockMode lock = LockMode::kNone;
  const std::vector<std::string> tables = ScannedTables(facts, lock);
  if (tables.empty()) return;
  const std::string domain = ShownName(alter->domain, facts);
  const std::string names = JoinNames(tables);
  Finding& finding = findings.Add(
      facts.statement.span, fmt::format("reads every row of {} for the domain {}", names, domain));
  finding.subject = domain;
  finding.effect = Blocks(lock, names, "every row is checked", facts) +
                   "; a single value that breaks it makes the migration fail";
  finding.remedy = Remedy(*alter, domain, facts);
}

}  // namespace

extern const Rule domain_constraint_scans{
    .id = "domain-constraint-scans",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A constraint is added to a domain that existing tables use",
    .effect =
        "ALTER DOMAIN ... ADD CONSTRAINT and SET NOT NULL take SHARE on every table with a column "
        "of the domain, which blocks INSERT, UPDATE and DELETE, and read all their rows.",
    .remedy =
        "ADD CONSTRAINT ... NOT VALID locks no table; VALIDATE CONSTRAINT in a later transaction, "
        "which blocks writes while it reads, at a time of few.",
    .manual = "sql-alterdomain.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
