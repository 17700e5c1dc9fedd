// drop-view: a view or materialized view that deployed code may read goes away or changes its
// columns.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/cascade.h"
#include "lint/facts/granted.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/granted_text.h"
#include "lint/rule/one_transaction.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A statement that gives the name to a view again.
struct Recreation {
  const Statement* statement = nullptr;
  std::uint32_t position = 0;                       // of the statement in the batch
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
  Recreation again{.statement = &statement,
                   .position = 0,
                   .columns = std::nullopt,
                   .empty = false,
                   .renamed = true};
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
                      .position = 0,
                      .columns = ColumnsOf(view->query, view->column_names),
                      .empty = false,
                      .renamed = false};
  }
  const auto* table = As<CreateTableAs>(statement);
  if (table == nullptr || !table->materialized_view) return RenamedBy(statement, name, facts);
  if (facts.before.Resolve(table->table) != name) return std::nullopt;
  return Recreation{.statement = &statement,
                    .position = 0,
                    .columns = ColumnsOf(table->query, table->column_names),
                    .empty = table->with_no_data,
                    .renamed = false};
}

std::optional<Recreation> FindRecreation(const ObjectName& name, const StatementFacts& facts) {
  const QualifiedName key = facts.before.ResolveExisting(name);
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    auto found = RecreatedBy(*facts.batch.statements[position].statement, key, facts);
    if (!found) continue;
    found->position = position;
    return found;
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

bool LosesIndexes(const ObjectName& name, const Relation* view, const Recreation& again,
                  const StatementFacts& facts) {
  return view != nullptr && view->kind == RelationKind::kMaterializedView &&
         !view->indexes.empty() && !again.renamed && !GetsIndexes(name, facts);
}

// What the view loses although it comes back with its columns.
void ExplainSame(Finding& finding, const ObjectName& name, const Relation* view,
                 const Recreation& again, const StatementFacts& facts) {
  finding.level = Level::kNote;
  finding.effect = "privileges granted on the view are gone with the old one";
  finding.remedy = "grant again what was granted";
  if (!LosesIndexes(name, view, again, facts)) return;
  finding.effect =
      "its indexes and the privileges granted on it are gone with the old one, and REFRESH ... "
      "CONCURRENTLY fails without a unique index (55000)";
  finding.remedy = "create its indexes again, and grant again what was granted";
}

// Who may not read it any more, by the GRANTs of the files; `only`: nothing else is lost.
void ExplainUngranted(Finding& finding, const std::string& shown, std::span<const Granted> grants,
                      bool only) {
  if (finding.level == Level::kNote) finding.level = Level::kWarning;
  finding.effect += fmt::format("; {} may not read it (42501, permission denied)", RolesOf(grants));
  AddGranted(finding, grants);
  if (!only) return;
  finding.message += " without what was granted on it";
  finding.remedy += ", behind its creation:";
  for (const std::string& grant : GrantsOn(shown, grants)) finding.remedy += SqlLine(grant);
}

// What was granted on a view that is made under another name is granted under that one.
std::vector<Granted> Ungranted(const ObjectName& name, const Recreation& again,
                               const StatementFacts& facts) {
  if (again.renamed) return {};
  return LostGrants(facts.before.ResolveExisting(name), GrantedKind::kRelation, facts);
}

// The author has thought of it.
bool IsGrantedAgain(const ObjectName& view, const StatementFacts& facts) {
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* grant = As<Grant>(*later.statement);
    return grant != nullptr && !grant->revoke &&
           std::ranges::any_of(grant->objects, [&](const ObjectReference& object) {
             return object.name.name == view.name;
           });
  });
}

// Nobody was ever granted anything, and nobody sees a gap or a column that is gone.
bool IsTheSame(const Relation* view, const Recreation& again, const StatementFacts& facts) {
  const bool known = view != nullptr && !view->columns_unknown && again.columns;
  return known && HistoryIsComplete(facts) && CommitsWith(again.position, facts) &&
         GrantsNothing(facts);
}

// It comes back as it was, with what was granted on it.
bool IsWhole(const ObjectName& name, const Relation* view, const Recreation& again,
             const StatementFacts& facts) {
  return !again.renamed && (IsGrantedAgain(name, facts) || IsTheSame(view, again, facts)) &&
         LostColumns(view, again).empty() && !LosesIndexes(name, view, again, facts) &&
         (!again.empty || IsRefreshed(name, facts));
}

void ExplainReplaced(Finding& finding, const ObjectName& name, const Relation* view,
                     const Recreation& again, const StatementFacts& facts) {
  if (again.empty && !IsRefreshed(name, facts)) {
    finding.effect =
        "WITH NO DATA: whoever reads it fails until it is refreshed (55000, has not been "
        "populated)";
    finding.remedy = "leave WITH NO DATA out";
    return;
  }
  const std::vector<Granted> ungranted = Ungranted(name, again, facts);
  if (LostColumns(view, again).empty()) {
    ExplainSame(finding, name, view, again, facts);
  } else {
    finding.effect =
        "code that is deployed now fails as soon as it names a column that is gone; privileges "
        "granted on the view are gone as well";
    finding.remedy =
        "keep the columns until no deployed code reads them, and grant again what was granted";
  }
  if (!ungranted.empty()) {
    const bool only = finding.level == Level::kNote && !LosesIndexes(name, view, again, facts);
    return ExplainUngranted(finding, ShownName(name, facts), ungranted, only);
  }
  const bool plain = view == nullptr || view->kind != RelationKind::kMaterializedView;
  if (finding.level != Level::kNote || !plain) return;
  finding.remedy +=
      "; CREATE OR REPLACE VIEW keeps privileges where columns are only added at the end";
}

void AddReplaced(const ObjectName& name, const Relation* view, const Recreation& again,
                 const StatementFacts& facts, Findings& findings) {
  if (IsWhole(name, view, again, facts) &&
      LostGrants(facts.before.ResolveExisting(name), GrantedKind::kRelation, facts).empty()) {
    return;
  }
  const std::string shown = ShownName(name, facts);
  const std::vector<std::string> lost = LostColumns(view, again);
  const std::string what = again.renamed
                               ? fmt::format("puts another view in the place of {}", shown)
                               : fmt::format("drops view {} and creates it again", shown);
  Finding& finding =
      findings.Add(name.span, lost.empty() ? what : what + " without " + JoinNames(lost));
  finding.subject = shown;
  finding.related.push_back(
      {again.statement->span, again.renamed ? "takes its place here" : "created again here"});
  ExplainReplaced(finding, name, view, again, facts);
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
        "that the new one lacks. Where the files grant the view to a role that gets nothing on the "
        "new one, that is a warning; where they hold the whole history and grant nobody anything, "
        "privileges are not spoken of.",
    .remedy =
        "Deploy code that no longer reads the view, then drop it. To change one, add columns at "
        "the end with CREATE OR REPLACE VIEW, which keeps its privileges.",
    .manual = "sql-dropview.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
