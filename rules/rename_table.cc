// rename-table: a table that deployed code names changes its name.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/granted.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/granted_text.h"
#include "lint/rule/one_transaction.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What stands under the old name after the batch.
enum class SuccessorKind : std::uint8_t { kNone, kView, kTable };

struct Successor {
  SuccessorKind kind = SuccessorKind::kNone;
  std::uint32_t position = 0;  // of the statement that puts it there
};

// A view of the old name counts only in the same transaction: before it commits nobody sees a gap.
Successor FindSuccessor(const ObjectName& table, const StatementFacts& facts) {
  const QualifiedName name = facts.before.ResolveExisting(table);
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const BatchStatement& later = facts.batch.statements[position];
    const bool together = CommitsWith(position, facts);
    if (const auto* view = As<CreateView>(*later.statement)) {
      if (together && facts.before.Resolve(view->view) == name) {
        return {SuccessorKind::kView, position};
      }
    } else if (const auto* create = As<CreateTable>(*later.statement)) {
      if (facts.before.Resolve(create->table) == name) return {SuccessorKind::kTable, position};
    } else if (const auto* rename = As<Rename>(*later.statement)) {
      if (rename->kind == ObjectKind::kTable && rename->new_name == name.name) {
        return {SuccessorKind::kTable, position};
      }
    }
  }
  return {};
}

std::string ViewSql(const std::string& old_name, const std::string& new_name, int major_version) {
  // A view runs with its owner's rights unless it says otherwise, which it can since PostgreSQL 15.
  return fmt::format("CREATE VIEW {}{} AS SELECT * FROM {};", old_name,
                     major_version >= 15 ? " WITH (security_invoker = true)" : "", new_name);
}

void AddRenamed(const Rename& rename, const Relation* table, const StatementFacts& facts,
                Findings& findings) {
  const std::string old_name = ShownName(rename.object.name, facts);
  const std::string schema = facts.before.ResolveExisting(rename.object.name).schema;
  const std::string new_name = DisplayName({schema, rename.new_name});
  Finding& finding = findings.Add(rename.object.name.span,
                                  fmt::format("renames table {} to {}", old_name, new_name));
  finding.subject = old_name;
  finding.effect = fmt::format(
      "code that is deployed now fails as soon as it names {}, until its last instance is replaced",
      old_name);
  const QualifiedName key = facts.before.ResolveExisting(rename.object.name);
  std::vector<std::string> lines = {
      fmt::format("ALTER TABLE {} RENAME TO {};", old_name, QuoteIdentifier(rename.new_name)),
      ViewSql(old_name, new_name, facts.server.major_version)};
  // What was granted stays with the table.
  const auto grants = LostGrants(key, GrantedKind::kRelation, facts);
  for (std::string& grant : GrantsOn(old_name, grants)) lines.push_back(std::move(grant));
  finding.remedy = fmt::format(
      "leave a view under the old name in the same transaction, and drop it when no code uses it "
      "any more:{}",
      InOneTransaction(lines, facts));
  if (table != nullptr) AddOrigin(finding, table->origin, "table created here");
  AddCodeUses({schema, rename.object.name.name}, "", facts, finding);
}

// True for what brings rows into a table that it does not fill by name.
bool BringsRows(const AlterTable& alter) {
  return std::ranges::any_of(alter.actions, [](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kAttachPartition ||
           action.kind == AlterTableKind::kAddInherit;
  });
}

// True unless it is known that the statement puts no row into a table of one of the two names.
bool MayFill(const Statement& statement, const std::string& made_as, const std::string& name) {
  const auto is_it = [&](const ObjectName& table) {
    return table.name == made_as || table.name == name;
  };
  if (const auto* create = As<CreateTable>(statement)) {
    return create->partition_of || !create->inherits.empty() || create->foreign;
  }
  if (const auto* insert = As<Insert>(statement)) {
    return is_it(insert->table) || !insert->writes.empty();
  }
  if (const auto* copy = As<Copy>(statement)) return !copy->table || is_it(*copy->table);
  if (const auto* alter = As<AlterTable>(statement)) return BringsRows(*alter);
  // They may call or contain what fills it.
  return As<DynamicSql>(statement) != nullptr || As<Merge>(statement) != nullptr ||
         As<Select>(statement) != nullptr || As<OtherStatement>(statement) != nullptr ||
         As<Update>(statement) != nullptr || As<Delete>(statement) != nullptr;
}

// True when nothing in the batch puts rows into the table that takes the name.
bool StaysEmpty(const QualifiedName& name, const Successor& successor,
                const StatementFacts& facts) {
  const Statement& placed = *facts.batch.statements[successor.position].statement;
  const auto* rename = As<Rename>(placed);
  const std::string& made_as = rename == nullptr ? name.name : rename->object.name.name;
  bool made = false;
  for (const BatchStatement& each : facts.batch.statements) {
    if (MayFill(*each.statement, made_as, name.name)) return false;
    const auto* create = As<CreateTable>(*each.statement);
    made = made || (create != nullptr && create->table.name == made_as && !create->if_not_exists);
  }
  return made;
}

void AddReplaced(const Rename& rename, const Successor& successor, const StatementFacts& facts,
                 Findings& findings) {
  const std::string old_name = ShownName(rename.object.name, facts);
  const QualifiedName key = facts.before.ResolveExisting(rename.object.name);
  const bool empty = StaysEmpty(key, successor, facts);
  Finding& finding = findings.Add(
      rename.object.name.span,
      fmt::format("puts {} table in the place of {}", empty ? "an empty" : "another", old_name));
  finding.subject = old_name;
  if (!empty) finding.level = Level::kWarning;
  finding.effect = fmt::format(
      "code that is deployed now goes on with the new {}: {}, and privileges, triggers, policies, "
      "views, foreign keys and publications stay with the old one",
      old_name,
      empty ? "no row of the old one is there"
            : "rows written to the old one while the new one was filled are missing there");
  finding.remedy = fmt::format(
      "{}keep both tables in step with a trigger while the new one is filled, and swap them in one "
      "short transaction",
      empty ? "fill the new one before it takes the place: " : "");
  const auto grants = LostGrants(key, GrantedKind::kRelation, facts);
  if (grants.empty()) return;
  finding.effect += fmt::format("; {} may not use the new one (42501)", RolesOf(grants));
  finding.remedy += "; grant again what was granted";
  AddGranted(finding, grants);
}

bool HasTableKind(const Relation& relation) {
  return relation.kind == RelationKind::kTable ||
         relation.kind == RelationKind::kPartitionedTable ||
         relation.kind == RelationKind::kForeignTable;
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* rename = As<Rename>(facts.statement);
  if (rename == nullptr) return;
  if (rename->kind != ObjectKind::kTable && rename->kind != ObjectKind::kForeignTable) return;
  const ObjectName& name = rename->object.name;
  if (rename->if_exists && IsKnownMissing(name, facts)) return;
  const Relation* table = facts.before.Find(name);
  // ALTER TABLE renames views, indexes and sequences as well: rename-other.
  if (table != nullptr && !HasTableKind(*table)) return;
  if (table != nullptr && IsNew(*table, facts)) return;
  const Successor successor = FindSuccessor(name, facts);
  switch (successor.kind) {
    case SuccessorKind::kNone:
      return AddRenamed(*rename, table, facts, findings);
    case SuccessorKind::kTable:
      return AddReplaced(*rename, successor, facts, findings);
    case SuccessorKind::kView:
      return ReportUngrantedView(name, *facts.batch.statements[successor.position].statement, facts,
                                 findings);
  }
}

}  // namespace

extern const Rule rename_table{
    .id = "rename-table",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A table that already exists is renamed",
    .effect =
        "Code that is still running names the old table and fails from the moment the "
        "migration commits until the last old instance is gone. A roll-back of the deploy "
        "brings the failure back. The code of the base branch that still names the table is listed "
        "under the finding. What was granted on the table stays with it: a view or another table "
        "under the old name that is not granted to the same roles is a warning.",
    .remedy =
        "Keep the name in the database and change it in the code only, or leave an updatable "
        "view under the old name in the same transaction, with the privileges of the table.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
