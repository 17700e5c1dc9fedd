// rename-column: a column that deployed code names changes its name.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/name_in_code.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/one_transaction.h"
#include "lint/rule/routine_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool IsView(const Relation* relation) {
  return relation != nullptr && (relation->kind == RelationKind::kView ||
                                 relation->kind == RelationKind::kMaterializedView);
}

bool HasColumn(const CreateView& view, const std::string& column) {
  const auto named = std::ranges::find(view.query.outputs, column, &OutputColumn::name);
  return view.column_names.empty() ? named != view.query.outputs.end()
                                   : std::ranges::count(view.column_names, column) > 0;
}

// A view takes the table's place in the same transaction, and has the column by its old name.
bool IsBehindView(const Rename& rename, const StatementFacts& facts) {
  const QualifiedName name = NameInCode(*rename.object.parent, facts);
  const auto shows = [&](std::uint32_t position) {
    const auto* view = As<CreateView>(*facts.batch.statements[position].statement);
    return view != nullptr && CommitsWith(position, facts) &&
           facts.before.Resolve(view->view) == name && HasColumn(*view, rename.object.name.name);
  };
  return std::ranges::any_of(facts.LaterNaming(name.name), shows) ||
         std::ranges::any_of(facts.EarlierNaming(name.name), shows);
}

std::string Remedy(const Rename& rename, const std::string& owner, const Relation* relation,
                   const Column* column, const StatementFacts& facts) {
  if (IsView(relation)) {
    return "add the column under the new name at the end of the view (CREATE OR REPLACE VIEW), and "
           "drop the old one when no code reads it any more";
  }
  const std::string type = column == nullptr || column->type.empty() ? "..." : column->type;
  return fmt::format(
      "keep the name in the database and change it in the code only; or go in steps: add the new "
      "column, write both, copy the old values in batches, read the new one, and drop the old one "
      "{}:{}",
      facts.runner.scope == TransactionScope::kBatch ? "in a later deploy"
                                                     : "after the deploy of that code",
      SqlLine(fmt::format("ALTER TABLE {} ADD COLUMN {} {};", owner,
                          QuoteIdentifier(rename.new_name), type)));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* rename = As<Rename>(facts.statement);
  if (rename == nullptr || !rename->object.parent) return;
  if (rename->kind != ObjectKind::kColumn && rename->kind != ObjectKind::kAttribute) return;
  const ObjectName& parent = *rename->object.parent;
  if (rename->if_exists && IsKnownMissing(parent, facts)) return;
  const Relation* relation = facts.before.Find(parent);
  if (relation != nullptr && IsNew(*relation, facts)) return;
  const std::string& name = rename->object.name.name;
  const Column* column = relation == nullptr ? nullptr : relation->FindColumn(name);
  if (column != nullptr && IsNewColumn(*column, facts)) return;
  if (IsBehindView(*rename, facts)) return;

  const std::string owner = ShownName(parent, facts);
  const std::string shown = QuoteIdentifier(name);
  Finding& finding =
      findings.Add(rename->object.name.span,
                   fmt::format("renames {} {} of {} to {}",
                               rename->kind == ObjectKind::kAttribute ? "attribute" : "column",
                               shown, owner, QuoteIdentifier(rename->new_name)));
  finding.subject = fmt::format("{}.{}", owner, shown);
  finding.effect = fmt::format(
      "code that is deployed now fails as soon as it names {}, until its last instance is replaced",
      shown);
  finding.remedy = Remedy(*rename, owner, relation, column, facts);
  AddRoutines(RoutinesNaming(parent, name, facts), finding);
  if (column != nullptr) AddOrigin(finding, column->origin, "column added here");
  AddCodeUses(facts.before.ResolveExisting(parent), name, facts, finding);
}

}  // namespace

extern const Rule rename_column{
    .id = "rename-column",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A column that already exists is renamed",
    .effect =
        "Code that is still running names the old column in its SELECT and INSERT lists and "
        "fails from the moment the migration commits until the last old instance is gone. So does "
        "a function of the migrations whose body names it, until it is replaced. The "
        "code of the base branch that still names it is listed under the finding.",
    .remedy =
        "Keep the name in the database and change it in the code only (Drizzle: "
        "`messageId: text(\"resend_id\")`), or expand and contract: add the new column, write "
        "both, copy, read the new one, drop the old one in a later deploy.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
