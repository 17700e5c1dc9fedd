// replace-view: CREATE OR REPLACE VIEW with other columns than the view has, which PostgreSQL
// refuses unless they only come at the end.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "lint/facts/definition.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What PostgreSQL says first (42P16, checkViewColumns; measured).
struct Refusal {
  std::string what;     // completes "replaces view v ..."
  std::string message;  // in PostgreSQL's words
};

std::optional<Refusal> Compare(const Relation& old_view, const Relation& new_view) {
  const std::size_t count = old_view.columns.size();
  if (new_view.columns.size() < count) {
    // What is missing by name; a column that only moved is said below.
    std::vector<std::string> lost;
    for (const Column& column : old_view.columns) {
      if (new_view.FindColumn(column.name) == nullptr) lost.push_back(QuoteIdentifier(column.name));
    }
    return Refusal{lost.empty() ? "with fewer columns" : "without " + JoinNames(lost),
                   "cannot drop columns from view"};
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Column& before = old_view.columns[i];
    const Column& after = new_view.columns[i];
    const std::string name = QuoteIdentifier(before.name);
    if (before.name != after.name) {
      return Refusal{fmt::format("with {} in the place of {}", QuoteIdentifier(after.name), name),
                     fmt::format("cannot change name of view column \"{}\" to \"{}\"", before.name,
                                 after.name)};
    }
    if (!before.type.empty() && !after.type.empty() && before.type != after.type) {
      return Refusal{fmt::format("with {} as {} instead of {}", name, after.type, before.type),
                     fmt::format("cannot change data type of view column \"{}\" from {} to {}",
                                 before.name, before.type, after.type)};
    }
  }
  return std::nullopt;
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateView>(facts.statement);
  if (create == nullptr || !create->replace) return;
  const Relation* view = facts.before.Find(create->view);
  if (view == nullptr || view->kind != RelationKind::kView || view->assumed) return;
  if (view->columns_unknown || !HistoryIsComplete(facts)) return;
  const auto next = Described(facts);
  if (!next || next->columns_unknown) return;
  const auto refusal = Compare(*view, *next);
  if (!refusal) return;

  const std::string shown = ShownName(create->view, facts);
  Finding& finding =
      findings.Add(create->view.span, fmt::format("replaces view {} {}", shown, refusal->what));
  finding.subject = shown;
  finding.effect = fmt::format("the migration fails: {} (42P16)", refusal->message);
  finding.remedy = fmt::format(
      "keep the columns with their names, types and order, and add new ones at the end; or, once "
      "no "
      "deployed code reads what goes, drop the view and create it again, with its privileges:{}",
      SqlLine(fmt::format("DROP VIEW {};", shown)));
  AddOrigin(finding, view->origin, "view created here");
}

}  // namespace

extern const Rule replace_view{
    .id = "replace-view",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "CREATE OR REPLACE VIEW drops, renames or retypes columns, which fails",
    .effect =
        "PostgreSQL replaces a view only by one that has the same columns, with the same names, "
        "types and order, and perhaps more at the end.",
    .remedy =
        "Add columns at the end. To take some away, deploy code that no longer reads them, then "
        "drop the view and create it again.",
    .manual = "sql-createview.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
