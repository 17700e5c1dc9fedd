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

// A statement that gives the name to a view again.
struct Recreation {
  const Statement* statement = nullptr;
  std::optional<std::vector<std::string>> columns;  // absent when a star hides them
  bool empty = false;                               // WITH NO DATA
  bool renamed = false;                             // it was made beside the old one
};

std::optional<std::vector<std::string>> ColumnsOf(const Query& query,
                                                  const std::vector<std::string>& column_names) {
  if (!column_names.empty()) return column_names;
  std::vector<std::string> names;
  for (const OutputColumn& output : query.outputs) {
    if (output.name == "*") return std::nullopt;
    names.push_back(output.name);
  }
  return names;
}

// One that was made beside it takes its place.
std::optional<Recreation> RenamedBy(const Statement& statement, const QualifiedName& name,
                                    const StatementFacts& facts) {
  const auto* rename = As<Rename>(statement);
  if (rename == nullptr || rename->new_name != name.name || rename->object.parent) {
    return std::nullopt;
  }
  const Relation* renamed = facts.before.Find(rename->object.name);
  const bool same_schema = facts.before.ResolveExisting(rename->object.name).schema == name.schema;
  if (renamed == nullptr || !same_schema) return std::nullopt;
  Recreation again{
      .statement = &statement, .columns = std::nullopt, .empty = false, .renamed = true};
  if (renamed->columns_unknown) return again;
  again.columns.emplace();
  for (const Column& column : renamed->columns) again.columns->push_back(column.name);
  return again;
}

std::optional<Recreation> RecreatedBy(const Statement& statement, const QualifiedName& name,
                                      const StatementFacts& facts) {
  if (const auto* view = As<CreateView>(statement)) {
    if (facts.before.Resolve(view->view) != name) return std::nullopt;
    return Recreation{.statement = &statement,
                      .columns = ColumnsOf(view->query, view->column_names),
                      .empty = false,
                      .renamed = false};
  }
  const auto* table = As<CreateTableAs>(statement);
  if (table == nullptr || !table->materialized_view) return RenamedBy(statement, name, facts);
  if (facts.before.Resolve(table->table) != name) return std::nullopt;
  return Recreation{.statement = &statement,
                    .columns = ColumnsOf(table->query, table->column_names),
                    .empty = table->with_no_data,
                    .renamed = false};
}

std::optional<Recreation> FindRecreation(const ObjectName& name, const StatementFacts& facts) {
  const QualifiedName key = facts.before.ResolveExisting(name);
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    auto found = RecreatedBy(*facts.batch.statements[position].statement, key, facts);
    if (found) return found;
  }
  return std::nullopt;
}

// Columns of the old view that the new one lacks, as far as both are known.
std::vector<std::string> LostColumns(const Relation* old_view, const Recreation& new_view) {
  std::vector<std::string> lost;
  if (old_view == nullptr || old_view->columns_unknown || !new_view.columns) return lost;
  for (const Column& column : old_view->columns) {
    if (std::ranges::find(*new_view.columns, column.name) == new_view.columns->end()) {
      lost.push_back(QuoteIdentifier(column.name));
    }
  }
  return lost;
}

bool IsRefreshed(const ObjectName& view, const StatementFacts& facts) {
  const QualifiedName key = facts.before.ResolveExisting(view);
  return std::ranges::any_of(facts.LaterNaming(view.name), [&](std::uint32_t position) {
    const auto* refresh = As<RefreshMaterializedView>(*facts.batch.statements[position].statement);
    return refresh != nullptr && facts.before.Resolve(refresh->view) == key;
  });
}

bool GetsIndexes(const ObjectName& view, const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(view.name), [&](std::uint32_t position) {
    const auto* index = As<CreateIndex>(*facts.batch.statements[position].statement);
    return index != nullptr && index->table.name == view.name;
  });
}

// What the view loses although it comes back with its columns.
void ExplainSame(Finding& finding, const ObjectName& name, const Relation* view,
                 const Recreation& again, const StatementFacts& facts) {
  finding.level = Level::kNote;
  finding.effect = "privileges granted on the view are gone with the old one";
  finding.remedy =
      "grant again what was granted; CREATE OR REPLACE VIEW keeps privileges where columns "
      "are only added at the end";
  if (view == nullptr || view->kind != RelationKind::kMaterializedView) return;
  finding.remedy = "grant again what was granted";
  if (view->indexes.empty() || again.renamed || GetsIndexes(name, facts)) return;
  finding.effect =
      "its indexes and the privileges granted on it are gone with the old one, and REFRESH ... "
      "CONCURRENTLY fails without a unique index (55000)";
  finding.remedy = "create its indexes again, and grant again what was granted";
}

void AddReplaced(const ObjectName& name, const Relation* view, const Recreation& again,
                 const StatementFacts& facts, Findings& findings) {
  const std::string shown = ShownName(name, facts);
  const std::vector<std::string> lost = LostColumns(view, again);
  const std::string what = again.renamed
                               ? fmt::format("puts another view in the place of {}", shown)
                               : fmt::format("drops view {} and creates it again", shown);
  Finding& finding =
      findings.Add(name.span, lost.empty() ? what : what + " without " + JoinNames(lost));
  finding.subject = shown;
  if (again.empty && !IsRefreshed(name, facts)) {
    finding.effect =
        "WITH NO DATA: whoever reads it fails until it is refreshed (55000, has not been "
        "populated)";
    finding.remedy = "leave WITH NO DATA out";
  } else if (lost.empty()) {
    ExplainSame(finding, name, view, again, facts);
  } else {
    finding.effect =
        "code that is deployed now fails as soon as it names a column that is gone; privileges "
        "granted on the view are gone as well";
    finding.remedy =
        "keep the columns until no deployed code reads them, and grant again what was granted";
  }
  finding.related.push_back(
      {again.statement->span, again.renamed ? "takes its place here" : "created again here"});
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
