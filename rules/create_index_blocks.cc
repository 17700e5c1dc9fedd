// create-index-blocks: CREATE INDEX without CONCURRENTLY on a table that is in use.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/made_by_batch.h"
#include "lint/facts/new_column.h"
#include "lint/facts/proven_keys.h"
#include "lint/facts/table_work.h"
#include "lint/rule/index_text.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/schema/object_names.h"
#include "lint/sql/statement_texts.h"

namespace hoglint::rules {
namespace {

// A column of this batch that the index is about.
struct IndexedColumn {
  NewColumn column;
  bool holds_no_row = false;  // a condition on it, which no row that was there satisfies
};

// The column of this batch whose values the index holds or asks for, if it has one.
std::optional<IndexedColumn> FindColumn(const CreateIndex& create, const StatementFacts& facts) {
  for (const IndexElement& element : create.elements) {
    if (element.column.empty()) continue;
    if (auto column = FindNewColumn(create.table, element.column, facts)) {
      return IndexedColumn{*column};
    }
  }
  if (!create.where) return std::nullopt;
  if (auto column = ExcludesOldRows(create.table, *create.where, facts)) {
    return IndexedColumn{*column, true};
  }
  for (const ColumnReference& reference : create.where->columns) {
    if (auto column = FindNewColumn(create.table, reference.column, facts)) {
      return IndexedColumn{*column};
    }
  }
  return std::nullopt;
}

// True when no two of the rows that were there can be equal in the index: NULLs are not.
bool CannotCollide(const CreateIndex& create, const IndexedColumn& indexed) {
  if (indexed.holds_no_row) return true;
  const bool is_key = std::ranges::any_of(create.elements, [&](const IndexElement& element) {
    return element.column == indexed.column.definition->name;
  });
  return is_key && indexed.column.IsAllNull() && !create.nulls_not_distinct;
}

// The RENAME of this batch that has given the index its name, if there was one to rename; it was
// built under another one then. Null when there is none.
const Rename* RenamedInto(const CreateIndex& create, const StatementFacts& facts) {
  for (const std::uint32_t position : facts.EarlierNaming(create.name)) {
    const auto* rename = As<Rename>(*facts.batch.statements[position].statement);
    if (rename != nullptr && rename->kind == ObjectKind::kIndex && rename->if_exists &&
        rename->new_name == create.name) {
      return rename;
    }
  }
  return nullptr;
}

// True when another object may have the name until a statement of this batch drops or renames it.
bool IsFreedHere(const CreateIndex& create, const StatementFacts& facts) {
  if (create.name.empty()) return false;
  const QualifiedName table = facts.before.ResolveExisting(create.table);
  const Span* freed = facts.before.DroppedAt({table.schema, create.name});
  const auto frees = [&](std::uint32_t position) {
    return facts.batch.statements[position].statement->span == *freed;
  };
  return freed != nullptr && (std::ranges::any_of(facts.EarlierNaming(create.name), frees) ||
                              std::ranges::any_of(facts.EarlierNaming(table.name), frees));
}

// The name to build the index under while its own may be another one's; empty when that is free.
std::string OtherName(const CreateIndex& create, const StatementFacts& facts) {
  if (!IsFreedHere(create, facts)) return {};
  const Rename* rename = RenamedInto(create, facts);
  return rename == nullptr ? apply::MakeObjectName(create.name, "", "new")
                           : rename->object.name.name;
}

// CREATE INDEX CONCURRENTLY under the other name.
std::string BuildAs(const std::string& name, const CreateIndex& create,
                    const StatementFacts& facts) {
  const Span& span = facts.statement.span;
  const bool in_place = span.begin < create.name_span.end && create.name_span.end < span.end;
  const std::string behind =
      in_place ? OneLineText(facts.sources.Text(span).substr(create.name_span.end - span.begin))
               : fmt::format("ON {} ...", ShownName(create.table, facts));
  return fmt::format("CREATE {}INDEX CONCURRENTLY {} {};", create.unique ? "UNIQUE " : "",
                     QuoteIdentifier(name), behind);
}

// The old index serves until the new one is there.
std::string RemedyUnder(const std::string& name, const CreateIndex& create,
                        const StatementFacts& facts) {
  const std::string build = SqlLine(BuildAs(name, create, facts));
  const QualifiedName built{facts.before.ResolveExisting(create.table).schema, name};
  const std::string rename = SqlLine(fmt::format("ALTER INDEX IF EXISTS {} RENAME TO {};",
                                                 DisplayName(built), QuoteIdentifier(create.name)));
  const std::string where = OutsideTransaction(facts);
  return fmt::format(
      "its name may be taken until then: build it under another one, CONCURRENTLY {}; the "
      "migration then renames it, and only new databases build it:{}{}{}{}",
      where.empty() ? "and before this runs" : where, build,
      SqlLine("-- in the migration, in place of this statement:"), rename,
      SqlLine(CreateIndexWith(create, "IF NOT EXISTS", facts)));
}

// What the deploy has to do before the index can be built by hand; empty: nothing.
std::string_view MadeBefore(const CreateIndex& create, const StatementFacts& facts) {
  if (!facts.transaction.open || facts.runner.scope != TransactionScope::kBatch) return {};
  return MadeByBatch(create.table, ColumnsOf(create), facts);
}

// The unique keys of the table that this transaction has dropped: "users_email_key".
std::vector<std::string> DroppedBefore(const CreateIndex& create, const StatementFacts& facts) {
  std::vector<std::string> names;
  if (facts.dropped == nullptr || !create.unique) return names;
  for (const DroppedKey& dropped : facts.dropped->all()) {
    if (dropped.target) continue;  // a foreign key
    if (dropped.table == facts.before.ResolveExisting(create.table)) {
      names.push_back(QuoteIdentifier(dropped.name));
    }
  }
  return names;
}

// What the index needs has to be there first: that is a deploy of its own.
std::string RemedyAfterDeploy(std::string_view made, const CreateIndex& create,
                              const StatementFacts& facts) {
  const std::vector<std::string> dropped = DroppedBefore(create, facts);
  return fmt::format(
      "leave it out here{}; build it CONCURRENTLY by hand once the deploy has {}, and let the "
      "migration of a later deploy find it there:{}{}{}",
      dropped.empty() ? "" : fmt::format(", and the DROP of {} too", JoinNames(dropped)), made,
      SqlLine(CreateIndexWith(create, "CONCURRENTLY", facts)), SqlLine("-- in that migration:"),
      SqlLine(CreateIndexWith(create, "IF NOT EXISTS", facts)));
}

std::string Remedy(const CreateIndex& create, const StatementFacts& facts) {
  if (IsPartitionedTable(create.table, facts)) return PartitionedIndexRemedy(create, facts);
  const std::string concurrently = SqlLine(CreateIndexWith(create, "CONCURRENTLY", facts));
  const std::string_view made = MadeBefore(create, facts);
  if (!made.empty()) return RemedyAfterDeploy(made, create, facts);
  // Where every statement commits, the name is free by now.
  const bool together = facts.transaction.open || facts.statement.nesting.in_do_block;
  const std::string other = together ? OtherName(create, facts) : "";
  if (!other.empty()) return RemedyUnder(other, create, facts);
  if (!facts.transaction.open) return fmt::format("build it without blocking:{}", concurrently);
  if (facts.runner.scope != TransactionScope::kBatch) {
    return fmt::format("build it CONCURRENTLY {}:{}", OutsideTransaction(facts), concurrently);
  }
  return fmt::format(
      "build it CONCURRENTLY {}; the migration then finds it there, and only new databases build "
      "it:{}{}{}",
      OutsideTransaction(facts), concurrently, SqlLine("-- in the migration:"),
      SqlLine(CreateIndexWith(create, "IF NOT EXISTS", facts)));
}

void ExplainNewColumn(Finding& finding, const CreateIndex& create, const IndexedColumn& indexed,
                      const std::string& table, const StatementFacts& facts) {
  const NewColumn& column = indexed.column;
  const bool can_fail = create.unique && !CannotCollide(create, indexed);
  if (!can_fail) {
    finding.group += " new column";
    finding.level = create.unique && !create.if_not_exists ? Level::kWarning : Level::kNote;
  }
  finding.related.push_back({column.definition->span, "column added here"});
  if (!facts.transaction.open || column.transaction != facts.transaction) return;
  finding.effect = fmt::format(
      "the ADD COLUMN of the same transaction holds ACCESS EXCLUSIVE: reads and writes on {} wait "
      "while every row is read and the index is built{}",
      table, can_fail ? "; two equal rows make the migration fail" : "");
}

// IF NOT EXISTS is how careful people write it: by hand first, without blocking.
void ExplainPrebuilt(Finding& finding, const CreateIndex& create, const std::string& table,
                     const StatementFacts& facts) {
  finding.level = Level::kNote;
  finding.group += " if not exists";
  finding.message =
      fmt::format("builds {} on {} unless it was built by hand before",
                  create.name.empty() ? "an index" : QuoteIdentifier(create.name), table);
  finding.effect = "where it does not exist yet, " + finding.effect;
  if (IsPartitionedTable(create.table, facts)) return;
  if (!MadeByBatch(create.table, ColumnsOf(create), facts).empty()) return;
  const std::string other = OtherName(create, facts);
  finding.remedy = "make sure that it is there before this runs, built without blocking:" +
                   SqlLine(other.empty() ? CreateIndexWith(create, "CONCURRENTLY", facts)
                                         : BuildAs(other, create, facts));
}

// IF NOT EXISTS finds nothing where this batch has just dropped what had the name.
bool MayFindIt(const CreateIndex& create, const StatementFacts& facts) {
  return create.if_not_exists &&
         (!IsFreedHere(create, facts) || RenamedInto(create, facts) != nullptr);
}

// A key over fewer columns or more rows that the table has, or had until this transaction.
std::optional<KeyProof> ProofOfIndex(const CreateIndex& create, const StatementFacts& facts) {
  NewUniqueKey key{.table = create.table,
                   .columns = {},
                   .nulls_not_distinct = create.nulls_not_distinct,
                   .where = create.where ? &*create.where : nullptr};
  for (const IndexElement& element : create.elements) {
    if (element.column.empty() || !element.collation.empty() || !element.operator_class.empty()) {
      return std::nullopt;
    }
    key.columns.push_back(element.column);
  }
  return ProofOf(key, facts);
}

// No row can break the index: it blocks as any other index build does, and no more.
void ExplainProof(Finding& finding, const KeyProof& proof, const StatementFacts& facts) {
  const std::string table = ShownName(As<CreateIndex>(facts.statement)->table, facts);
  finding.level = Level::kWarning;
  finding.group = "proven";
  finding.effect =
      fmt::format("{}; no two rows are equal, since {} {} them apart",
                  Blocks(WorkOn(As<CreateIndex>(facts.statement)->table, facts).lock, table,
                         "every row is read and the index is built", facts),
                  QuoteIdentifier(proof.name), proof.dropped_at ? "has kept" : "keeps");
  if (proof.dropped_at) finding.related.push_back({*proof.dropped_at, "dropped here"});
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateIndex>(facts.statement);
  if (create == nullptr || create->concurrently) return;
  if (IsUnused(create->table, false, facts)) return;
  const TableWork work = WorkOn(create->table, facts);
  if (!work.index_build) return;

  const std::string table = ShownName(create->table, facts);
  const std::string name = create->name.empty() ? "an index" : QuoteIdentifier(create->name);
  Finding& finding =
      findings.Add(create->name.empty() ? create->table.span : create->name_span,
                   fmt::format("builds {} on {} while nobody can write to it", name, table));
  finding.subject = create->name.empty() ? table : fmt::format("{}.{}", table, name);
  finding.group = "plain";  // an index for each of twenty tables is one thing
  finding.group_label = fmt::format("and {} on {}", name, table);
  finding.effect = Blocks(work.lock, table, "every row is read and the index is built", facts);
  if (create->unique) {
    finding.level = Level::kError;
    finding.group = "unique";
    finding.effect += "; two equal rows make the migration fail";
    if (const auto proof = ProofOfIndex(*create, facts)) ExplainProof(finding, *proof, facts);
  }
  finding.remedy = Remedy(*create, facts);

  if (const auto column = FindColumn(*create, facts)) {
    ExplainNewColumn(finding, *create, *column, table, facts);
  } else if (MayFindIt(*create, facts)) {
    ExplainPrebuilt(finding, *create, table, facts);
  }
  if (IsPartitionedTable(create->table, facts)) finding.group.clear();  // its remedy is its own
}

}  // namespace

extern const Rule create_index_blocks{
    .id = "create-index-blocks",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "An index is built on an existing table without CONCURRENTLY",
    .effect =
        "CREATE INDEX takes SHARE, which blocks INSERT, UPDATE and DELETE, and keeps it while it "
        "reads every row and writes the index, which takes minutes on a large table. A unique "
        "index fails on the first two equal rows.",
    .remedy =
        "CREATE INDEX CONCURRENTLY lets writes through, but cannot run in a transaction. Where "
        "the runner opens one for all migrations, as Drizzle does, build the index by hand "
        "first, and let the migration say CREATE INDEX IF NOT EXISTS. On a partitioned table, "
        "create it ON ONLY, build one per partition CONCURRENTLY, and ATTACH them. A unique "
        "index is an error, on a column that is new a warning. With IF NOT EXISTS, which may find "
        "the index there, and for any other index on a new column it is a note.",
    .manual = "sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
