// drop-view: a view or materialized view that deployed code may read goes away or changes its
// columns.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/cascade.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A statement that makes a view of that name again.
struct Recreation {
  const Statement* statement = nullptr;
  const Query* query = nullptr;
  const std::vector<std::string>* column_names = nullptr;
};

std::optional<Recreation> RecreatedBy(const Statement& statement, const QualifiedName& name,
                                      const StatementFacts& facts) {
  if (const auto* view = As<CreateView>(statement)) {
    if (facts.before.Resolve(view->view) != name) return std::nullopt;
    return Recreation{&statement, &view->query, &view->column_names};
  }
  const auto* table = As<CreateTableAs>(statement);
  if (table == nullptr || !table->materialized_view) return std::nullopt;
  if (facts.before.Resolve(table->table) != name) return std::nullopt;
  return Recreation{&statement, &table->query, &table->column_names};
}

std::optional<Recreation> FindRecreation(const ObjectName& name, const StatementFacts& facts) {
  const QualifiedName key = facts.before.ResolveExisting(name);
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    auto found = RecreatedBy(*facts.batch.statements[position].statement, key, facts);
    if (found) return found;
  }
  return std::nullopt;
}

// Column names of the new view; absent when a star hides them.
std::optional<std::vector<std::string>> NewColumns(const Recreation& view) {
  if (!view.column_names->empty()) return *view.column_names;
  std::vector<std::string> names;
  for (const OutputColumn& output : view.query->outputs) {
    if (output.name == "*") return std::nullopt;
    names.push_back(output.name);
  }
  return names;
}

// Columns of the old view that the new one lacks, as far as both are known.
std::vector<std::string> LostColumns(const Relation* old_view, const Recreation& new_view) {
  const auto columns = NewColumns(new_view);
  std::vector<std::string> lost;
  if (old_view == nullptr || old_view->columns_unknown || !columns) return lost;
  for (const Column& column : old_view->columns) {
    if (std::ranges::find(*columns, column.name) == columns->end()) {
      lost.push_back(QuoteIdentifier(column.name));
    }
  }
  return lost;
}

void AddReplaced(const ObjectName& name, const Relation* view, const Recreation& again,
                 const StatementFacts& facts, Findings& findings) {
  const std::string shown = ShownName(name, facts);
  const std::vector<std::string> lost = LostColumns(view, again);
  Finding& finding = findings.Add(
      name.span, lost.empty() ? fmt::format("drops view {} and creates it again", shown)
                              : fmt::format("drops view {} and creates it again without {}", shown,
                                            JoinNames(lost)));
  finding.subject = shown;
  finding.level = lost.empty() ? Level::kNote : Level::kWarning;
  finding.effect =
      lost.empty() ? "privileges granted on the view are gone with the old one"
                   : "code that is deployed now fails as soon as it names a column that is gone; "
                     "privileges granted on the view are gone as well";
  finding.remedy =
      lost.empty()
          ? "grant again what was granted; CREATE OR REPLACE VIEW keeps privileges where columns "
            "are only added at the end"
          : "keep the columns until no deployed code reads them, and grant again what was granted";
  finding.related.push_back({again.statement->span, "created again here"});
}

void CheckView(const ObjectName& name, const Drop& drop, const StatementFacts& facts,
               Findings& findings) {
  const Relation* view = facts.before.Find(name);
  if (drop.if_exists && IsKnownMissing(name, facts)) return;
  if (view != nullptr && IsNew(*view, facts)) return;
  if (const auto again = FindRecreation(name, facts)) {
    return AddReplaced(name, view, *again, facts, findings);
  }
  const std::string shown = ShownName(name, facts);
  const bool materialized = drop.kind == ObjectKind::kMaterializedView;
  Finding& finding = findings.Add(
      name.span, fmt::format("drops {}view {}", materialized ? "materialized " : "", shown));
  finding.subject = shown;
  finding.effect = "code that is deployed now fails as soon as it reads the view";
  // Of several views, the first one lists what goes along.
  if (drop.cascade && &name == &drop.objects.front().name) finding.effect += CascadeText(facts);
  finding.remedy = "first deploy code that no longer reads the view, drop it in a later deploy";
  if (view != nullptr) AddOrigin(finding, view->origin, "view created here");
  AddCodeUses(facts.before.ResolveExisting(name), "", facts, finding);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr) return;
  if (drop->kind != ObjectKind::kView && drop->kind != ObjectKind::kMaterializedView) return;
  for (const ObjectReference& object : drop->objects) {
    CheckView(object.name, *drop, facts, findings);
  }
}

}  // namespace

extern const Rule drop_view{
    .id = "drop-view",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A view or materialized view that already exists is dropped",
    .effect =
        "Code that is still running fails as soon as it reads the view. A view that is dropped "
        "and created again in one batch is a change: it loses its privileges, and the columns "
        "that the new one lacks.",
    .remedy =
        "Deploy code that no longer reads the view, then drop it. To change one, add columns at "
        "the end with CREATE OR REPLACE VIEW, which keeps its privileges.",
    .manual = "sql-dropview.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
