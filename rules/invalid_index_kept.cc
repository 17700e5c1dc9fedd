// invalid-index-kept: a CONCURRENTLY build that is tried again leaves the broken index of the
// first.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A statement before it, of the same file, drops what a first try may have left.
bool IsDroppedBefore(const CreateIndex& create, std::size_t index, const Batch& batch) {
  const auto naming = batch.by_name.find(create.name);
  if (naming == batch.by_name.end()) return false;
  return std::ranges::any_of(naming->second, [&](std::uint32_t position) {
    const BatchStatement& entry = batch.statements[position];
    return position < index && entry.migration == batch.statements[index].migration &&
           As<Drop>(*entry.statement) != nullptr;
  });
}

// CONCURRENTLY is refused there (0A000), and leaves nothing.
bool IsPartitioned(const ObjectName& table, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(table);
  return relation != nullptr && relation->kind == RelationKind::kPartitionedTable;
}

// The build of that position, if a retry would take what it left for good; else null.
const CreateIndex* FindKept(std::size_t index, const StatementFacts& facts) {
  const Batch& batch = facts.batch;
  const BatchStatement& entry = batch.statements[index];
  const auto* create = As<CreateIndex>(*entry.statement);
  if (create == nullptr || !create->concurrently || !create->if_not_exists) return nullptr;
  if (create->name.empty() || entry.transaction.open) return nullptr;
  if (entry.statement->nesting.in_do_block || IsPartitioned(create->table, facts)) return nullptr;
  return IsDroppedBefore(*create, index, batch) ? nullptr : create;
}

// An earlier build of the file has the finding.
bool IsReportedBefore(const StatementFacts& facts) {
  for (std::size_t i = facts.index; i > 0; --i) {
    if (facts.batch.statements[i - 1].migration != &facts.migration) return false;
    if (FindKept(i - 1, facts) != nullptr) return true;
  }
  return false;
}

void AddOthers(const StatementFacts& facts, Finding& finding) {
  for (std::size_t i = facts.index + 1; i < facts.batch.statements.size(); ++i) {
    if (facts.batch.statements[i].migration != &facts.migration) return;
    const CreateIndex* other = FindKept(i, facts);
    if (other != nullptr) finding.related.push_back({other->name_span, "the same here"});
  }
}

std::string DropLine(const CreateIndex& create, const StatementFacts& facts) {
  // The index lies in the schema of its table.
  const QualifiedName table = facts.before.ResolveExisting(create.table);
  return fmt::format("DROP INDEX CONCURRENTLY IF EXISTS {};",
                     DisplayName({table.schema, create.name}));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateIndex>(facts.statement);
  if (create == nullptr || !create->concurrently) return;
  if (facts.transaction.open || facts.statement.nesting.in_do_block) return;  // it does not run
  if (IsNewAndEmpty(create->table, facts) || IsPartitioned(create->table, facts)) return;
  const std::string table = ShownName(create->table, facts);
  if (create->name.empty()) {
    Finding& finding = findings.Add(
        create->table.span,
        fmt::format("builds an index on {} without a name, so that a retry makes another", table));
    finding.subject = table;
    finding.effect =
        "a CONCURRENTLY build that fails leaves an INVALID index behind; a second try chooses "
        "another name, and the first keeps slowing writes down";
    finding.remedy = "give it a name, and drop the index of that name before";
    return;
  }
  if (FindKept(facts.index, facts) == nullptr || IsReportedBefore(facts)) return;
  const std::string name = QuoteIdentifier(create->name);
  Finding& finding =
      findings.Add(create->name_span,
                   fmt::format("takes a broken {} for a good one when it is tried again", name));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect = fmt::format(
      "a CONCURRENTLY build that fails (deadlock, timeout, {}lost connection) leaves an INVALID "
      "index of that name: IF NOT EXISTS finds it, and the migration succeeds without a usable "
      "index",
      create->unique ? "two equal rows, " : "");
  finding.remedy = fmt::format("drop what a first try has left, before it:{}",
                               SqlLine(DropLine(*create, facts)));
  AddOthers(facts, finding);
}

}  // namespace

extern const Rule invalid_index_kept{
    .id = "invalid-index-kept",
    .family = Family::kCorrectness,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A retry of CREATE INDEX CONCURRENTLY takes an INVALID index for a good one",
    .effect =
        "A CONCURRENTLY build that fails leaves an INVALID index, which every write maintains and "
        "no query uses. With IF NOT EXISTS a second try finds it and does nothing; without a name "
        "it builds another beside it.",
    .remedy =
        "DROP INDEX CONCURRENTLY IF EXISTS of that name, then CREATE INDEX CONCURRENTLY. Both run "
        "outside a transaction.",
    .manual = "sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
