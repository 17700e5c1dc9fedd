// rename-table: a table that deployed code names changes its name.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/code_uses_text.h"
#include "lint/rule/one_transaction.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What stands under the old name after the batch.
enum class Successor : std::uint8_t { kNone, kView, kTable };

// A view of the old name counts only in the same transaction: before it commits nobody sees a gap.
Successor FindSuccessor(const ObjectName& table, const StatementFacts& facts) {
  const QualifiedName name = facts.before.ResolveExisting(table);
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const BatchStatement& later = facts.batch.statements[position];
    const bool together = CommitsWith(position, facts);
    if (const auto* view = As<CreateView>(*later.statement)) {
      if (together && facts.before.Resolve(view->view) == name) return Successor::kView;
    } else if (const auto* create = As<CreateTable>(*later.statement)) {
      if (facts.before.Resolve(create->table) == name) return Successor::kTable;
    } else if (const auto* rename = As<Rename>(*later.statement)) {
      if (rename->kind == ObjectKind::kTable && rename->new_name == name.name) {
        return Successor::kTable;
      }
    }
  }
  return Successor::kNone;
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
  finding.remedy = fmt::format(
      "leave a view under the old name in the same transaction, and drop it when no code uses it "
      "any more:{}",
      InOneTransaction(
          fmt::format("ALTER TABLE {} RENAME TO {};", old_name, QuoteIdentifier(rename.new_name)),
          ViewSql(old_name, new_name, facts.server.major_version), facts));
  if (table != nullptr) AddOrigin(finding, table->origin, "table created here");
  AddCodeUses({schema, rename.object.name.name}, "", facts, finding);
}

void AddReplaced(const Rename& rename, const StatementFacts& facts, Findings& findings) {
  const std::string old_name = ShownName(rename.object.name, facts);
  Finding& finding = findings.Add(rename.object.name.span,
                                  fmt::format("puts another table in the place of {}", old_name));
  finding.subject = old_name;
  finding.level = Level::kWarning;
  finding.effect = fmt::format(
      "code that is deployed now goes on with the new {}: rows written to the old one while the "
      "new "
      "one was filled are missing there, and views, foreign keys and policies stay with the old "
      "one",
      old_name);
  finding.remedy =
      "keep both tables in step with a trigger while the new one is filled, and swap "
      "them in one short transaction";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* rename = As<Rename>(facts.statement);
  if (rename == nullptr) return;
  if (rename->kind != ObjectKind::kTable && rename->kind != ObjectKind::kForeignTable) return;
  const ObjectName& name = rename->object.name;
  if (rename->if_exists && IsKnownMissing(name, facts)) return;
  const Relation* table = facts.before.Find(name);
  if (table != nullptr && IsNew(*table, facts)) return;
  switch (FindSuccessor(name, facts)) {
    case Successor::kNone:
      return AddRenamed(*rename, table, facts, findings);
    case Successor::kTable:
      return AddReplaced(*rename, facts, findings);
    case Successor::kView:
      return;
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
        "under the finding.",
    .remedy =
        "Keep the name in the database and change it in the code only, or leave an updatable "
        "view under the old name in the same transaction.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
