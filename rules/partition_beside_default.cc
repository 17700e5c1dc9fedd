// partition-beside-default: CREATE TABLE ... PARTITION OF reads the DEFAULT partition while nobody
// can use the partitioned table.
#include <fmt/format.h>

#include <string>

#include "lint/facts/table_work.h"
#include "lint/locks/relation_walk.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateTable>(facts.statement);
  if (create == nullptr || !create->partition_of || !create->bound) return;
  const Relation* parent = facts.before.Find(*create->partition_of);
  if (parent == nullptr || IsUnused(*create->partition_of, false, facts)) return;
  const Relation* rest = DefaultPartition(facts.before, *parent);
  if (rest == nullptr || IsNewAndEmpty(*rest, facts)) return;
  const ObjectName rest_name{.schema = rest->name.schema, .name = rest->name.name, .span = {}};
  if (!WorkOn(rest_name, facts).scan) return;

  const std::string table = ShownName(parent->id, facts);
  const std::string others = ShownName(rest->id, facts);
  const std::string partition = ShownName(create->table, facts);
  Finding& finding =
      findings.Add(create->table.span,
                   fmt::format("adds the partition {} while the DEFAULT partition {} is read",
                               partition, others));
  finding.subject = partition;
  finding.effect = Blocks(LockMode::kAccessExclusive, fmt::format("{} and {}", table, others),
                          fmt::format("every row of {} is checked", others), facts) +
                   "; a single row that belongs into the new partition makes the migration fail";
  finding.remedy = fmt::format(
      "prove first that {} has no such row, by a CHECK that excludes the new bounds, added NOT "
      "VALID and validated {}; PostgreSQL then reads nothing:{}",
      others, InLaterTransaction(facts),
      SqlLine(fmt::format("ALTER TABLE {} ADD CONSTRAINT <name> CHECK (NOT (<key within the new "
                          "bounds>)) NOT VALID;",
                          others)));
}

}  // namespace

extern const Rule partition_beside_default{
    .id = "partition-beside-default",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A partition is created while there is a DEFAULT partition that has to be read",
    .effect =
        "No row of the new partition may be in the DEFAULT one: CREATE TABLE ... PARTITION OF "
        "takes ACCESS EXCLUSIVE on both, and reads all of the DEFAULT partition. One such row, "
        "and the migration fails.",
    .remedy =
        "A validated CHECK on the DEFAULT partition that excludes the new bounds saves the scan. "
        "Creating the table by itself and ATTACHing it takes a weaker lock on the parent.",
    .manual = "sql-createtable.html#SQL-CREATETABLE-PARTITION",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
